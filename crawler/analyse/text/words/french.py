"""French: function words and words that bound no phrase. An apostrophe parts words: l'épaule."""

STOP = """
a à afin ai ainsi alors après as au aucun aucune aujourd hui auquel aussi autour autre autres aux
auxquelles auxquels avaient avait avant avec avez avoir avons ayant beaucoup bien c car ce ceci cela celle
celles celui cent cependant certain certaine certaines certains ces cet cette ceux chacun chaque chez ci
combien comme comment contre d dans de dedans dehors déjà depuis derrière des dès desquelles desquels
dessous dessus deux devant doit doivent donc dont du durant elle elles en encore entre environ es est et
étaient était étant été être eu eux façon faire fait faites font fois grâce hors ici il ils j jamais je
jusqu jusque l la là laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma
mais malgré me même mêmes mes mien moi moins mon n ne ni non nos notre nôtre nous on ont ou où oui par
parce parfois parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pouvez près presque
pu puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi s sa sans sauf se selon
sera seront ses seulement si sien sinon soi soit sommes son sont sous souvent suis suite sur surtout t ta
tandis tant te tel telle telles tels tes toi ton toujours tous tout toute toutefois toutes très trop tu un
une vers via voici voilà vont vos votre vôtre vous vu y janvier février mars avril mai juin juillet août
septembre octobre novembre décembre fevrier aout decembre lundi mardi mercredi jeudi vendredi samedi dimanche dr m mme mlle
docteur menu cliquez clic cookies cookie facebook instagram twitter youtube linkedin newsletter copyright
droits réservés http https www com fr trois quatre cinq six sept huit neuf dix premier première deuxième
second seconde
"""

INNER = "en pour par avec sans contre sur et dans chez les"
JOINING = "et avec dans chez"
NUMBERED = "type grade stade phase classe vitamine hépatite"

LEADING = "première premier nouveau nouveaux nouvelle nouvelles"
LINK = "de du des d la le l au aux à"

EDGE = """
fréquent fréquente fréquents fréquentes aide aident aider an ans année années mois semaine semaines jour jours heure heures minute minutes cas
chose choses exemple forme grand grande grands grandes bon bonne bons bonnes meilleur meilleure meilleurs
mieux nouveau nouvelle nouveaux nouvelles possible possibles important importante principaux principal
principale différent différents différentes divers diverses type types partie parties manière mode sorte
également actuellement généralement notamment particulièrement ensuite enfin maintenant permet permettent
permettre réalise réaliser réduire améliorer traiter propose proposons proposer offre offrir trouver
trouve trouvez besoin suivant suivants découvrez découvrir prenez prendre prend savoir contact contactez
contacter appelez lire voir accueil page lien adresse téléphone email envoyer précédent personne personnes
gens niveau cours mettre mise mis partir
"""

GENERIC = """
douleur patient traitement thérapie médecin corps santé soin zone résultat option problème symptôme
consultation clinique équipe service procédure processus fonction vie technique méthode centre ville
spécialiste professionnel blessure maladie cause information qualité expérience question cabinet séance
praticien
"""
