import Domain

extension Vocabulary {
  /// The lists of the domain, as an organisation would configure them.
  static let ofTheDomain = Vocabulary(
    specialisms: List(
      noun: "specialism",
      names: [
        "Academies and academy transition", "Assessment", "Leadership of CPD",
        "School business and financial management", "Leadership of curriculum", "Art",
        "Closing the gap", "Drama", "Design and technology", "Early years", "English", "Geography",
        "History", "ICT", "Maths", "Modern foreign languages", "Music", "Phonics", "PE", "PSHE",
        "RE", "Science", "Special educational needs", "Support for the most able",
        "ITT and NQT development", "Behaviour and discipline", "Attendance", "Early intervention",
        "Parenting", "Attendance and family", "Safeguarding liaison",
        "Health and social care liaison", "Transition",
      ],
      aliases: [
        "School business management": "School business and financial management",
        "Literacy": "English", "Numeracy": "Maths", "Mathematics": "Maths",
        "SEN": "Special educational needs", "SEND": "Special educational needs",
        "MFL": "Modern foreign languages", "DT": "Design and technology", "Computing": "ICT",
        "EYFS": "Early years", "Behaviour": "Behaviour and discipline",
        "Pupil premium": "Closing the gap",
      ]),
    rungs: List(
      noun: "rung of the ladder",
      names: [
        "Teaching assistant", "Early-career teacher", "Teacher", "Middle leader", "Assistant head",
        "Deputy head", "Head of school", "Headteacher", "Executive head", "Trust leader",
        "Business manager", "Early-years manager", "Family-support lead",
      ],
      aliases: [
        "Phase leader": "Middle leader", "Subject leader": "Middle leader",
        "SENDCo": "Middle leader", "SENCO": "Middle leader", "Head": "Headteacher",
        "Assistant headteacher": "Assistant head", "Deputy headteacher": "Deputy head",
        "Executive headteacher": "Executive head", "DHT": "Deputy head", "AHT": "Assistant head",
      ]),
    phases: List(
      noun: "phase",
      names: [
        "Nursery", "Primary", "Middle deemed primary", "Secondary", "Middle deemed secondary",
        "16 plus", "All-through",
      ], aliases: [:]),
    roles: List(
      noun: "designation", names: ["SLE", "SFSL", "NLE", "LLE", "NLG", "Coach"],
      aliases: ["Specialist Leader of Education": "SLE"]),
    programmes: List(
      noun: "programme",
      names: [
        "NPQSL", "NPQH", "NPQEL", "NPQEYL", "NPQLT", "NPQLTD", "NPQML", "Leadership Pathways",
        "Leading from the Middle",
      ], aliases: [:]),
    behaviours: List(
      noun: "behaviour",
      names: [
        "Openness to possibilities", "Ability to collaborate", "Belief in team and people",
        "Personal resilience and tenacity",
        "Creating and sustaining commitment across a system", "Focus on results and outcomes",
        "Ability to simplify", "Ability to learn continuously",
      ], aliases: [:]),
    readiness: List(
      noun: "readiness", names: ["Ready now", "1-2 years", "3-5 years", "Not yet"],
      aliases: ["now": "Ready now", "RN": "Ready now", "within two years": "1-2 years"]),
    clusterKinds: List(
      noun: "kind of cluster", names: ["alliance", "family", "collaboration", "trust", "triad"],
      aliases: [:]),
    settingKinds: List(
      noun: "kind of setting", names: ["nursery", "children's centre", "service"], aliases: [:]))
}
