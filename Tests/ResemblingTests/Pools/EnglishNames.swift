/// Forenames and surnames about as often as they are met in England: the commonest by name, one after
/// another rarer (Zipf), and a long tail of surnames made of places. What they are put together to is nobody.
struct EnglishNames {
  private let women: Drawn
  private let men: Drawn
  private let families: Drawn

  /// With only the commonest, as the sets of `RLdata` are made, or with all.
  init(onlyCommon: Bool = false) {
    women = Drawn(Self.womenNames, tail: [], tailShare: 0)
    men = Drawn(Self.menNames, tail: [], tailShare: 0)
    families =
      onlyCommon
      ? Drawn(Array(Self.surnames.prefix(120)), tail: [], tailShare: 0)
      : Drawn(Self.surnames, tail: Self.rareSurnames, tailShare: 55)
  }

  /// Of ten who teach seven are women.
  func isWoman(_ random: inout SeededRandom) -> Bool { random.chance(70) }

  func given(ofWoman: Bool, _ random: inout SeededRandom) -> String {
    (ofWoman ? women : men).next(&random)
  }

  func family(_ random: inout SeededRandom) -> String { families.next(&random) }
}

/// Names drawn by how common they are.
private struct Drawn {
  private let names: [String]
  private let tail: [String]
  private let tailShare: Int
  /// What all names up to here weigh.
  private var sums: [Int] = []

  init(_ names: [String], tail: [String], tailShare: Int) {
    (self.names, self.tail, self.tailShare) = (names, tail, tailShare)
    var sum = 0
    for at in names.indices {
      sum += 100_000 / (at + 12)
      sums.append(sum)
    }
  }

  func next(_ random: inout SeededRandom) -> String {
    if random.chance(tailShare) { return random.pick(tail) }
    let drawn = random.below(sums[sums.count - 1])
    return names[sums.firstIndex { drawn < $0 } ?? 0]
  }
}

extension EnglishNames {
  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  fileprivate static let womenNames = words(
    """
    Sarah Susan Claire Emma Julie Nicola Karen Jane Helen Joanne Catherine Lisa Rachel Rebecca Laura Victoria
    Samantha Michelle Alison Amanda Elizabeth Jennifer Deborah Tracey Louise Kelly Gemma Lucy Charlotte Hannah
    Jessica Kate Sharon Angela Ruth Anna Donna Caroline Fiona Lynn Andrea Christine Sally Wendy Margaret
    Katherine Anne Dawn Heather Natalie Katie Kerry Zoe Hayley Amy Stephanie Melanie Patricia Linda Jacqueline
    Danielle Leanne Carol Teresa Lorraine Maria Gillian Vanessa Natasha Paula Tina Sophie Olivia Abigail Megan
    Bethany Chloe Eleanor Frances Judith Rosemary Barbara Carolyn Penelope Georgina Josephine Suzanne Philippa
    Alexandra Francesca Holly Kirsty Naomi Priya Fatima Aisha Nadia Yasmin Bronwen Sian Niamh Aoife Ingrid
    """)

  fileprivate static let menNames = words(
    """
    David Paul Andrew Mark John Michael Stephen Ian Robert Richard Christopher Peter Simon Anthony Kevin Gary
    Steven Martin James Philip Alan Neil Nigel Timothy Colin Graham Jonathan Nicholas William Adrian Brian
    Stuart Keith Thomas Trevor Jeremy Matthew Daniel Benjamin Adam Lee Darren Craig Jason Gareth Ryan Joseph
    Samuel Alexander Luke Edward Charles George Oliver Jack Joshua Dominic Patrick Gregory Russell Duncan Barry
    Raymond Kenneth Derek Geoffrey Roger Dennis Douglas Malcolm Leslie Gordon Clive Guy Julian Justin Marcus
    Dean Wayne Scott Shaun Carl Karl Ross Callum Liam Owen Rhys Mohammed Imran Tariq Yusuf Kwame Rajesh Sanjay
    Vikram Magnus Felix Hugh Toby Edmund Alastair
    """)

  fileprivate static let surnames = words(
    """
    Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White
    Roberts Green Hall Wood Jackson Clarke Khan Hughes Edwards Thomas Lewis Harris Clark Turner Hill Cooper
    Moore Ward Morris Watson Morgan Harrison King Baker Anderson Mitchell James Scott Allen Phillips Lee Singh
    Martin Davis Parker Bennett Young Cook Shaw Richardson Campbell Carter Ahmed Collins Bell Bailey Cox Kelly
    Hussain Miller Marshall Begum Simpson Murphy Wilkinson Foster Price Richards Adams Webb Ali Mason Stevens
    Palmer Gray Rogers Matthews Mills Knight Chapman Ellis Lloyd Hunt Barker Holmes Russell Stewart Butler
    Graham Powell Fisher Rose Murray Barnes Pearson Dixon Kennedy Gibson Harvey Fox Stone Reynolds Grant Ford
    West Hamilton Day Andrews Hart Brooks Cole Lane Payne Wells Saunders Burton Dean Newman Perry Hudson Bird
    Howard Spencer Ryan Dunn Woods Lawrence Walsh Armstrong Gordon Duncan Carr Cross Nicholls Atkinson Bradley
    Burns Francis Hayes Barrett Austin Bishop Sutton Porter Nicholson Fletcher Watts Lowe Hopkins Booth Byrne
    Read Reid Hawkins Gardner Osborne Jenkins Wallace Berry Warren Willis Marsh Parry Bull Curtis Griffiths
    Doyle Rowe Savage Poole Lamb Bates Potter Moss Burgess Norris Miles Sharp Frost Akhtar Kaur Shah Malik
    Okafor Mensah Kowalski Nowak Novak Silva Costa Rossi Nguyen Chan Wong Cohen Levy
    """)

  fileprivate static let rareSurnames = words(
    """
    Ash Bar Black Brad Brook Bur Carl Chester Clay Cran Dal Den East Eller Fair Gar Gold Hather Hazel Holl Horn
    Kirk Lang Led Mil Mor Nor Oak Pick Raven Red Ship South Staple Stan Sud Thorn Wal Wake Whit
    """
  ).flatMap { beginning in
    words(
      "borough bury by combe cote croft dale den field ford gate ham hurst land ley low man more ridge shaw "
        + "stock ton wick win worth"
    ).map { beginning + $0 }
  }
}
