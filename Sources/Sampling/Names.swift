/// Given and family names as heard in English staff rooms; drawn apart, so that nobody is meant.
///
/// Earlier names are drawn more often.
enum Names {
  static let given = [
    "James", "Grace", "Emily", "Mohammed", "Olivia", "Fatima", "Harry", "Julie", "Karen", "Siân",
    "Gareth", "Aoife", "Niamh", "Tomasz", "Zofia", "Priya", "Imran", "Yetunde", "Kwame", "Chidi",
    "Amelia", "Stephen", "Tracey", "Neil", "Colin", "Rebecca", "Sophie", "Freya", "Isla", "Ayesha",
    "Declan", "Owain", "Rhiannon", "Meera", "Rohan", "Harpreet", "Ngozi", "Ama", "Piotr", "Ewa",
    "Fiona", "Callum", "Eilidh", "Hamish", "Cerys", "Angharad", "Llŷr", "Máiréad", "Seán", "Ciarán",
    "Oisín", "Bríd", "Łukasz", "Małgorzata", "Agnieszka", "Paweł", "Sunita", "Arjun", "Gurdeep",
    "Farzana", "Nadeem", "Zainab", "Bilal", "Lakshmi", "Kofi", "Amara", "Folaṣadé", "Babátúndé",
    "Efua", "Adjoa", "Chloé", "Zoë", "Renée", "Anaïs", "Jean-Paul", "Mary-Jane", "D'Arcy", "Tamsin",
    "Winifred", "Wilf",
  ]

  static let family = [
    "Smith", "Jones", "Patel", "Khan", "Williams", "Taylor", "Begum", "Brown", "Davies", "Evans",
    "Ali", "Hussain", "Thomas", "Johnson", "Roberts", "Kowalska", "Nowak", "Okafor", "Mensah",
    "Adeyemi", "Singh", "Kaur", "Walker", "Wright", "Thompson", "White", "Hughes", "Edwards",
    "Green", "Hall", "Clarke", "Ward", "Cooper", "Mitchell", "Bennett", "Carter", "Ahmed", "Sharma",
    "O'Brien", "O'Neill", "Murphy", "Byrne", "MacDonald", "McKenzie", "Campbell", "Stewart",
    "Robertson", "Harris-Lewis", "Pryce-Jones", "Llewellyn", "Gwynne", "ap Rhys", "Ó Dálaigh",
    "Ní Bhriain", "O'Súilleabháin", "Fitzgerald", "Wiśniewski", "Zielińska", "Wójcik", "Dąbrowski",
    "Lewandowska", "Chaudhary", "D'Souza", "Iyer", "Bhattacharya", "Rahman", "Siddiqui", "Malik",
    "Boateng", "Owusu", "Asante", "Nwosu", "Eze", "Adébáyò", "Ògúnbíyí", "Danquah", "Sesay",
    "Conteh", "Featherstonehaugh", "Winterbourne-Akande", "Thistlewood", "Marlowe-Rees",
    "Penhaligon", "Trevelyan-Shah",
  ]

  /// Positions of names, the earlier the likelier.
  static let givenPositions = positions(given.count)
  static let familyPositions = positions(family.count)

  private static func positions(_ count: Int) -> Weighted<Int> {
    Weighted((0..<count).map { ($0, 6_000 / ($0 + 20)) })
  }
}

/// A name by its positions in the lists.
struct SampleName: Hashable, Sendable {
  var given: UInt16
  var family: UInt16

  init(_ generator: inout Generator) {
    given = UInt16(Names.givenPositions.draw(&generator) ?? 0)
    family = UInt16(Names.familyPositions.draw(&generator) ?? 0)
  }

  /// How many names there are.
  static let count = Names.given.count * Names.family.count

  /// The name after this one; the first after the last.
  var next: SampleName {
    var name = self
    name.given = (given + 1) % UInt16(Names.given.count)
    if name.given == 0 { name.family = (family + 1) % UInt16(Names.family.count) }
    return name
  }

  var givenText: String { Names.given[Int(given)] }
  var familyText: String { Names.family[Int(family)] }
  /// As the person writes it.
  var text: String { "\(givenText) \(familyText)" }
}
