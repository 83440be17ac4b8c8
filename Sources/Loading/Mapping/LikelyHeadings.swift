/// What people call our columns in sheets of their own, by kind; only ever proposed in a draft.
enum LikelyHeadings {
  static func names(of column: String, in kind: String) -> [String] {
    (byKind[kind]?[column] ?? []) + (everywhere[column] ?? [])
  }

  private static let everywhere: [String: [String]] = [
    "Surname": ["last name", "family name", "second name"],
    "Forename": ["first name", "given name", "christian name"],
    "Name": [
      "full name", "staff", "staff member", "employee", "employee name", "staff name", "candidate",
      "teacher", "who",
      "name of candidate", "candidate name", "teacher name",
    ],
    "TRN": [
      "teacher number", "teacher ref", "teacher ref no", "teacher reference",
      "teacher reference number", "teacher reference no", "teacher no", "dfe teacher number",
      "gtc number", "dfe ref", "dfe reference",
    ],
    "School URN": [
      "base urn", "dfe urn", "dfe no", "dfe number", "dfe school no", "dfe school number",
      "school number", "school no", "establishment urn",
      "base school", "home school", "base",
    ],
    "Specialism": ["area", "area of support", "subject", "expertise"],
    "From": ["start", "starts", "start date", "starting", "date from", "begins"],
    "To": ["end", "ends", "end date", "finish", "finishes", "date to", "until"],
    "Notes": ["comment", "comments", "remarks"],
  ]

  static let byKind: [String: [String: [String]]] = [
    "people": [
      "Current role": [
        "role", "job", "job title", "grade", "position", "post", "post held", "current post",
        "current position",
      ],
      "Aspiration": [
        "target", "target role", "target post", "aspires to", "aspiring to", "wants to be",
        "next role", "dream", "dream job", "ideal job", "ambition",
      ],
      "Readiness": [
        "ready", "when ready", "readiness level", "how ready", "ready when", "ready for promotion",
        "when", "timescale",
      ],
      "Readiness judged on": [
        "date judged", "judged", "judged on", "assessed", "assessed on", "date assessed", "since",
      ],
      "Programmes": [
        "programme", "course", "courses", "npq", "npqs", "training", "qualifications",
      ],
      "Strengths": [
        "expertise", "areas of expertise", "area of expertise", "good at", "areas of strength",
        "specialisms", "skills",
      ],
      "Next career step": ["next step", "action", "next action", "development"],
      "Next step due": ["due", "action due", "by when", "due by", "due date", "step due by"],
      "Max travel (miles)": ["travel", "miles", "will travel", "max miles"],
      "Potential (1-3)": ["pot"], "Performance (1-3)": ["perf"],
    ],
    "designations": [
      "Designation": ["role", "type", "designated as"],
      "Designated on": ["date designated", "designated", "since", "appointed"],
      "Specialisms": ["specialism", "area", "areas", "expertise"],
    ],
    "clusters": [
      "Cluster": [
        "cluster name", "alliance", "alliance name", "group", "group name", "family", "family name",
        "trust", "trust name", "collaboration", "partnership", "hub",
      ],
      "Kind": ["type", "alliance type", "cluster type", "group type", "type of cluster"],
      "School URN": ["member urn", "member school urn", "member"],
    ],
    "needs": [
      "Reference": ["ref", "request", "request no", "request number", "need", "number", "id"],
      "Kind": ["type", "type of support", "what is needed", "kind of support"],
      "Role wanted": ["role", "post", "position"], "Priority": ["urgency", "importance"],
      "Days": ["days wanted", "days needed", "number of days"],
      "Asked by": ["requested by", "contact", "head"],
      "Asked on": ["requested", "requested on", "date requested", "date of request"],
    ],
    "posts": [
      "Post": ["position", "role", "job title", "title"],
      "Incumbent": ["holder", "post holder", "held by", "name", "current holder"],
      "Expected vacant from": [
        "leaving", "leaving date", "leaves", "vacant", "vacant from", "vacancy", "retires",
      ],
      "Why": ["reason", "reason for leaving"],
    ],
  ]
}
