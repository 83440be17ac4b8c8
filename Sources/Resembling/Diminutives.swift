/// What people are called for short in England: a name to a line, with its other spellings and its short
/// forms. Two names are of one circle when they stand in one line.
///
/// Only forms in daily use; a form may stand for several names (Alex, Chris, Sam), which does not make
/// these one. No slips of the keyboard: `slips` knows those.
enum Diminutives {
  /// A bit for each line of the list.
  typealias Circles = SIMD4<UInt64>

  /// The circles a name is in, a bit each; none for most names.
  static func circles(of name: String) -> Circles { byName[name] ?? .zero }

  /// At most as many as `Circles` has bits.
  static let lines: [[String]] = text.split(separator: "\n").map { line in
    line.split(separator: " ").map(String.init)
  }

  private static let byName: [String: Circles] = {
    var byName: [String: Circles] = [:]
    for (at, line) in lines.enumerated() {
      for name in line { byName[name, default: .zero][at / 64] |= 1 << UInt64(at % 64) }
    }
    return byName
  }()

  private static let text = """
    abigail abby abbie gail
    adrian ade
    albert al bert bertie
    alexander alex alec al sandy xander lex
    alexandra alex sandra sandy lexi
    alfred alf alfie fred
    alison allison ali
    amanda mandy
    andrea andie
    andrew andy drew
    angela angie ange
    ann anne annie nan nancy
    anna annie
    anthony antony tony ant
    antoinette toni
    arthur art
    barbara barb barbie babs
    beatrice bea trixie
    benjamin ben benji benny
    bernadette bernie
    bernard bernie
    bradley brad
    bridget bridie biddy
    cameron cam
    carol carole caz
    caroline carrie caro caz
    carolyn carrie caro lyn
    catherine katherine kathryn catharine katharine cath kath cathy kathy kate katie cat kat kit kitty kay
    cecilia celia cissie
    charles charlie chas chuck
    charlotte lottie charlie char
    christina tina chris chrissie christy
    christine tina chris chrissie
    christopher chris kit topher
    clifford cliff
    cynthia cindy
    daniel dan danny
    danielle dani
    david dave davy
    deborah debra deb debbie debs
    dennis den
    desmond des
    dominic dom
    donald don donnie
    dorothy dot dottie dolly dora
    douglas doug dougie
    edith edie
    edmund ed ted ned eddie
    edward ed eddie ned ted teddy
    eleanor elinor ellie nell nellie nora
    elizabeth elisabeth liz lizzie beth betty bess bessie betsy libby eliza lisa elsie lisbeth
    emily em emmy millie
    emma em emmy
    eugene gene
    florence flo florrie flossie
    frances fran frankie fanny franny
    francesca fran frankie chess
    francis frank frankie fran
    frederick fred freddie freddy
    gabriel gabe
    gabrielle gabby
    geoffrey jeffrey geoff jeff
    georgina georgie gina
    georgia georgie
    gerald gerry jerry
    gerard gerry jerry
    geraldine gerry
    gillian jillian gill jill
    gregory greg
    gwendoline gwen
    harold harry hal
    helen nell nellie
    helena lena nell
    ellen nell nellie
    henry harry hal hank
    ian iain
    imogen immy
    isabel isabelle isobel izzy issy belle
    isabella bella izzy issy
    jacob jake
    jacqueline jackie jacqui
    james jim jimmy jamie jimbo
    jane janie jayne
    janet jan
    janice jan
    jennifer jen jenny jenni jennie
    jessica jess jessie
    joan joanie
    joanne jo joey
    joanna jo joey
    jonathan jon jonny johnny nathan
    john jack johnny jon johnnie
    joseph joe joey
    josephine jo josie jojo
    joshua josh
    judith judy jude
    julia jules
    julie jules
    julian jules
    kenneth ken kenny
    kimberley kimberly kim
    kristina kristine tina kris
    laurence lawrence larry laurie
    leonard len lenny leo
    leslie lesley les
    lewis louis lou lew
    louise lou
    louisa lou
    lillian lilian lily lil
    linda lynda lindy lyn
    madeleine madeline maddie maddy
    malcolm mal
    margaret maggie meg peggy peg madge marge margie greta daisy rita
    mary molly polly mamie may
    martin marty
    matilda tilly tilda
    matthew matt matty
    maureen mo
    maxwell max
    maximilian max
    melanie mel
    melissa mel lissa
    michael mike mick mickey micky mikey
    michelle shell shelley chelle mich
    mohammed muhammad mohamed mohammad mohamad mo
    natalie nat tally
    natasha tasha nat
    nathaniel nathan nat nate
    nicholas nick nicky nico
    nicola nicky nikki niki
    nicole nicky nikki niki
    oliver ollie olly
    olivia liv livvy ollie
    pamela pam pammy
    patricia pat patsy trish tricia patty
    patrick pat paddy
    penelope penny pen
    peter pete
    philip phillip phil pip
    philippa pippa pip phil
    raymond ray
    rebecca becky becca bex becks
    richard dick rick ricky rich richie
    robert bob rob bobby robbie bert
    roberta bobbie
    roger rodge
    ronald ron ronnie
    rosalind ros roz
    rosemary rose rosie romy
    russell russ
    samantha sam sammy
    samuel sam sammy
    sarah sara sally sadie
    sebastian seb
    sidney sydney sid
    stanley stan
    stella stell
    stephanie steph stevie
    stephen steven steve stevie ste
    stuart stewart stu
    susan susanna sue susie suzie suzy
    suzanne sue susie suzie suzy
    tabitha tabby
    terence terry
    theodore theo ted teddy
    theresa teresa terry tess tessa
    tracy tracey trace
    thomas tom tommy
    timothy tim timmy
    valerie val
    victor vic
    victoria vicky vicki vikki tori
    vincent vince vinny
    vivien vivienne viv
    walter wally walt
    wilfred wilf
    william will bill billy willy liam
    winifred win winnie
    yvonne vonnie
    zachary zac zach zak
    """
}
