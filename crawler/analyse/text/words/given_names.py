"""Given names that are no common words: what follows one, with a capital letter too, is a surname."""

GIVEN_NAMES = frozenset(
    """
    aaron abigail adam adrian adriana agnes aidan aisha alan alana albert alberto alejandra alejandro alex alexander
    alexandra alfred alfredo ali alice alicia alison allison alyssa amanda amber amelia amir amy ana anastasia andré
    andrea andreas andres andrew andrés angela angelina anita anja ann anna anne annette annie anthony antoine antonia
    antonio antón arthur arturo ashley astrid audrey aurélie axel barbara beate beatrice beatriz ben benjamin benoît
    bernard bernd bernhard beth betty bettina beverly bianca birgit björn brandon brenda brendan brett brian brigitte
    bridget britta bruce bryan caitlin cameron camila camille cara carina carl carla carlos carmen carol carolin
    caroline carolyn carrie casey catherine cathy cecilia celine charles charlotte chelsea cheryl chloe chris christa
    christian christiane christina christine christoph christophe christopher cindy claire clara claude claudia
    claudio claus clemens colin colleen connie connor corinne courtney craig cristina crystal cynthia céline damien
    dana daniel daniela daniele danielle danny darren dave david dawn deborah debra delphine denis denise dennis derek
    devin diana diane diego dieter dirk dolores dominic dominik dominique don donald donna dora doris dorothea
    dorothy douglas dylan eduardo edgar edith eduard edward eileen elaine elena eleanor eleni elias elisa elisabeth elise
    elizabeth elke ella ellen emilia emilie emilio emily emma emmanuel enrico enrique eric erica erik erika ernesto
    esteban esther ethan eugene eva evan evelyn fabian fatima felicia felipe felix fernanda fernando florian fran
    frances francesca francesco francine francis francisco françois françoise franz fred frederic frederick frieda
    friedrich frédéric gabriel gabriela gabriele gabrielle gareth gary gavin geoffrey george georg georgia gerald
    gerard gerhard gertrud gina giovanni giulia gloria gordon graham greg gregor gregory guido guillaume guillermo
    gustavo gérard hannah hans harald harold harriet harry hassan heather hector heidi heike heinrich heinz helen helena
    helga hélène henri henrik henry herbert hernan holger horst howard hugo ian ibrahim ida ines inga ingeborg ingo
    ingrid irene irina irma isaac isabel isabella isabelle isla ivan ivana jaclyn jacob jacqueline jacques jaime jakob
    james jamie jan jana jane janet janice janine jared jasmin jasmine jason javier jay jean jeanette jeanne jeff
    jeffrey jennifer jenny jens jeremy jerome jerry jessica jesús jill jim jimmy joachim joan joanna joanne jochen jodi
    joe joel johan johanna johannes john johnny jon jonas jonathan jordi jorge josef joseph josephine josh joshua josé
    joyce juan juana juanita judith judy julia julian juliana julie julien juliet jörg jürgen kai kara karen karin karina karl
    karla karsten kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin kay kayla keith kelly
    kelsey ken kenneth kerstin kevin kim kirsten klaus konrad kristen kristin kristina kurt kyle lars larry
    laura lauren laurence laurent leah lena leo leon leonard leonardo leonie leslie leticia lewis liam lilian lillian
    linda lindsay lindsey lisa lothar louis louise luc luca lucas lucia luciana lucie lucy ludwig luis luisa lukas luke
    lutz lydia lynn léa mabel madeleine madison magda magdalena maggie malcolm malik manfred manon manuel manuela
    marc marcel marcela marcia marco marcos marcus margaret margarita maria mariana marianne marie mariela
    marina mario marion marisa marjorie markus marlene marta martha martin martina martine martín mary mateo mathieu
    mathilde matt matteo matthew matthias maureen maurice mauricio max maxime megan mehmet melanie melinda melissa
    mercedes meredith mia michael michaela michel michele michelle miguel mike mila miranda miriam mitchell mohamed
    mohammed moira molly mona monica monika monique morgan muhammad mustafa myriam mónica nadia nadine nancy naomi
    natalia natalie natasha nathalie nathan neil nicholas nick nicola nicolas nicole nigel nikolaus nils nina noah noel
    nora norbert norma norman oliver olivia olivier omar oscar oskar owen pablo pamela paola pascal patricia patrick
    patrizia paul paula paulina pauline pedro penelope peter petra phil philip philipp philippe phillip phyllis pierre
    pilar rachael rachel rafael rainer ralf ralph ramon randall raphael raquel raul ray raymond raúl rebecca regina
    reinhard renate rené renée ricardo richard rita robert roberta roberto robin rodney rodrigo roger roland rolf romain
    roman ronald rosa rosalie rosalind rosemary ross roxanne roy ruben rudolf rupert russell ruth ryan sabine sabrina
    sally salvador sam samantha samir samuel sandra sara sarah scott sean sebastian sebastián sergio shane shannon sharon
    shaun shawn sheila shelley sherry sigrid silke silvia simon simone sofia sonia sonja sophia sophie spencer stacey
    stacy stanley stefan stefanie stella stephan stephanie stéphane stephen steve steven stuart sue susan susana susanne
    suzanne sven svenja sylvia sylvie tamara tammy tania tanja tanya tara tatiana ted teresa terry theodore theresa
    therese thierry thilo thomas thorsten tiffany tim timothy tina tobias todd tom tomas tomás toni tony tracy travis
    trevor tristan tyler udo ulrich ulrike ursula ute uwe valentina valerie valérie vanessa vera verena veronica véronique
    vicente vicki victor victoria viktor vincent vincenzo virginie vivian volker walter wendy werner wilfried wilhelm
    william wolfgang xavier yannick yasmin yolanda yves yvonne zachary zoe álvaro ángel élodie óscar
    """.split()
)
