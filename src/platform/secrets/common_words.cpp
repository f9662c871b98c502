#include "platform/secrets/common_words.h"

namespace interregio::secrets {
namespace {

// Written for this program; by subject, so that a missing word is found missing.
constexpr std::string_view listed_words = R"(
passwords: password passwort passwords passwd kennwort kennworte losungswort geheim geheimnis streng parole
haslo hasla tajne tajemnica sekret secret secure security sicher sicherheit bezpieczne bezpieczny bezpieczenstwo login
logon anmelden anmeldung zaloguj logowanie admin administrator root superuser user guest gast gosc benutzer uzytkownik
konto account access zugang zugriff dostep enter eintritt welcome willkommen witaj witam hello hallo czesc moin servus
test testing tester test123 demo default standard standardowy change changeme aendern zmien zmiana temp temporary
start neustart system server computer rechner komputer internet intranet netzwerk email mail outlook windows linux
ubuntu android iphone apple google facebook twitter instagram youtube amazon netflix microsoft office excel word
oracle cisco samsung nokia lenovo wifi wlan master letmein iloveyou ichliebedich kochamcie kocham liebe liebling
geliebte love lover loveme forever immer zawsze nothing nichts niewiem whatever egal dunno trustno1 opensesame sesam
sezam abracadabra abrakadabra hocuspocus please bitte prosze correcthorsebatterystaple danke dziekuje thanks sorry
fuckyou fuck shit scheisse kacke arsch arschloch dupa kurwa cholera pierdole chuj idiot

keys: qwerty qwertz qwertyuiop qwertzuiop asdf asdfgh asdfghjkl yxcvbnm zxcvbnm zxcvbn qazwsx qazwsxedc 1qaz2wsx
1qay2wsx qayxsw 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx zaq1xsw2 xsw2zaq1 azerty wasd

time: januar jaenner februar maerz marz april juni juli august september oktober november dezember january february
march june july october december styczen luty marzec kwiecien czerwiec lipiec sierpien wrzesien pazdziernik listopad
grudzien montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday saturday
sunday poniedzialek wtorek sroda czwartek piatek sobota niedziela fruehling fruhling fruehjahr sommer herbst winter
spring summer autumn wiosna lato jesien zima urlaub ferien wakacje urlop holiday vacation weihnachten ostern christmas
easter swieta wielkanoc boze narodzenie sylwester silvester geburtstag birthday urodziny heute morgen gestern today
tomorrow jutro dzisiaj wczoraj dzien year jahr monat miesiac woche tydzien week night nacht morning

names: alexander alexandra andreas andrea angelika anja anke anna annette anton antje barbara bastian beate benjamin
bernd bernhard bettina birgit bjoern brigitte carina carola carsten charlotte christa christian christiane christina
christine christoph claudia clemens cornelia daniel daniela david dennis detlef diana dieter dietmar dirk dominik
doris eberhard elena elisabeth elke emil emilia emily erich erik erika ernst fabian felix florian frank franz
franziska friedrich gabriele georg gerd gerhard gertrud gisela gudrun guenter gunter guenther hannah hannelore hans
harald hartmut heike heiko heinrich heinz helga helmut henrik herbert hermann holger horst hubert ines ingeborg ingrid
irene iris jakob jana janina jasmin jens joachim jochen johann johanna johannes jonas josef juergen jurgen julia
julian juliane jutta karin karl karsten katharina kathrin katja katrin kerstin kevin klaus konrad kristina kurt lars
laura leon leonie lena lennart linda lisa luca lucas lukas luisa manfred manuel manuela marcel marco marcus margarete
maria marie marina mario marion markus martin martina marvin mathias matthias maximilian melanie michael michaela mike
monika moritz nadine natalie nicole niklas niels norbert olaf oliver oskar otto patrick paul paula peter petra philipp
philip rainer ralf raphael rebecca regina reinhard renate richard robert robin roland rolf rosemarie rudolf ruediger
ruth sabine sabrina samuel sandra sara sarah sascha sebastian siegfried silke silvia simon simone sonja sophia sophie
stefan stefanie steffen stephan stephanie susanne sven svenja sylvia tanja theodor theresa thomas thorsten tobias
torsten ulrich ulrike ursula valentin vanessa vera veronika viktor viktoria volker waldemar walter waltraud werner
wilhelm wolfgang yannick yvonne adam adrian agata agnieszka aleksander aleksandra alicja amelia andrzej aneta antoni
arkadiusz artur bartek bartlomiej bartosz beata blazej bogdan boguslaw bozena cezary czeslaw damian danuta dariusz
darek dawid dorota edward elzbieta ewelina filip franciszek gabriela genowefa grazyna grzegorz halina hanna helena
henryk iwona izabela jacek jadwiga jakub janusz jaroslaw jerzy joanna jolanta jozef justyna kacper kamil kamila karol
karolina kasia katarzyna kazimierz kinga klaudia krystian krystyna krzysztof krzysiek ksawery leszek lidia lucyna
lukasz maciej magda magdalena malgorzata marcin marek mariola mariusz marta marzena mateusz michal mieczyslaw milena
miroslaw natalia nikodem oliwia patrycja patryk pawel piotr przemyslaw rafal renata roksana roman ryszard slawomir
stanislaw stanislawa sylwia szymon tadeusz teresa tomasz tomek urszula waclaw weronika wieslaw wiktor wiktoria
wioletta witold wladyslaw wlodzimierz wojciech wojtek zbigniew zbyszek zdzislaw zenon zofia zosia zuzanna zuzia
zygmunt andrew anthony ashley austin bailey bella brandon brian charlie chelsea chris cooper danielle donald elizabeth
george harley harry hunter jack jackson jacob james jason jennifer jessica john johnny jordan joseph joshua justin
katie maggie mary matthew melissa michelle mickey molly morgan nicholas oscar pepper rachel ronald ryan samantha scott
steven taylor tigger tyler william schmidt mueller muller schneider fischer weber meyer maier wagner becker schulz
hoffmann koch bauer richter klein wolf schroeder neumann schwarz zimmermann braun krueger hofmann hartmann lange
krause lehmann mustermann nowak kowalski kowalska wisniewski wisniewska wojcik kowalczyk kaminski kaminska lewandowski
lewandowska zielinski szymanski wozniak dabrowski kozlowski jankowski mazur kwiatkowski krawczyk kaczmarek piotrowski
grabowski smith jones johnson williams brown

family: mama papa mutter vater mother father matka ojciec tata baby kind kinder dziecko dzieci familie
rodzina family bruder schwester brother sister brat siostra babcia dziadek schatz schatzi hase hasi maus mausi baer
baerchen skarbie skarb kochanie misiek misiu kotek kotku zabka sloneczko slonko perelka sonnenschein engel aniol
aniolek angel princess prinzessin ksiezniczka prinz king queen koenig koenigin krol krolowa katze kater hund hundi
kitty puppy kitten pies piesek horse pferd tiger tygrys lion loewe lowe panther panda monkey affe malpa dragon drache
smok eagle adler orzel wilk bear niedzwiedz fuchs dolphin delfin shark rekin vogel ptak bird ryba fisch fish
schmetterling motyl butterfly pony bunny rabbit krolik hamster elefant slon elephant spider pajak spinne buster rocky
burek azor reksio pimpek mruczek minka luna balu simba nala lucky bello waldi

things: sonne mond stern sterne himmel erde wasser feuer wind regen schnee meer wald baum blume blumen rose berg fluss
sonnenblume vergissmeinnicht sunshine moon star stars earth water fire ocean forest tree flower flowers mountain river
slonce ksiezyc gwiazda gwiazdy niebo ziemia woda ogien wiatr deszcz snieg morze drzewo kwiat kwiatek kwiaty roza gora
rzeka stokrotka haus house auto cars samochod fahrrad rower bike motorrad motocykl ferrari porsche mercedes benz
volkswagen golf audi opel ford toyota honda yamaha suzuki skoda fiat maluch polonez mustang corvette schokolade
czekolada chocolate banane banan banana apfel jablko orange erdbeere truskawka strawberry kirsche cherry kaffee kawa
coffee cookie cookies kuchen ciasto ciasteczko kartoffel ziemniak bigos pierogi pizza bier piwo beer wein wino wine
wodka vodka whisky cola cocacola pepsi kaese cheese butter brot chleb ginger musik muzyka music guitar gitarre gitara
piano metallica nirvana slipknot beatles rammstein eminem football fussball pilka soccer baseball basketball hockey
tennis siatkowka koszykowka skijumping kubica malysz ronaldo messi sport trainer money geld pieniadze dollar euro
zloty gold silver silber srebro diamond diamant diament freedom freiheit wolnosc frieden pokoj peace power macht
glueck szczescie happy hope nadzieja hoffnung magic zauber schnuffi schnucki pokemon naruto starwars starwar skywalker
yoda batman superman spiderman ironman hulk matrix gandalf frodo hobbit harrypotter hogwarts potter merlin ninja
samurai warrior ritter rycerz pirate pirat piraten cowboy hacker killer shadow ghost phantom zombie vampire monster
demon devil diabel teufel hell heaven phoenix thunder storm dream dreams traum marzenie marzenia snoopy garfield
simpson homer minecraft fortnite counterstrike warcraft diablo witcher wiedzmin playstation nintendo xbox zelda
access14 maverick ranger hammer rainbow regenbogen tecza purple blue blau niebieski czerwony gruen zielony yellow gelb
zolty black czarny weiss white bialy rosa pink rozowy green eins zwei drei vier fuenf sechs sieben acht neun zehn
jeden trzy cztery piec szesc siedem osiem dziewiec dziesiec three four five seven eight nine hundert tausend hundred
thousand tysiac super mega ultra giga extra best beste najlepszy toll klasse cool geil fajny fajna nice good great
schoen piekny piekna sexy sweet honey babygirl boss chef szef

places: deutschland niemcy germany polen polska poland europa europe europaeisch oesterreich austria schweiz france
frankreich francja italien wlochy spanien hiszpania england america ameryka amerika london paris paryz rzym berlin
hamburg muenchen munchen koeln koln frankfurt stuttgart duesseldorf dusseldorf dortmund essen leipzig bremen dresden
hannover nuernberg duisburg bochum wuppertal bielefeld bonn muenster oberhausen gelsenkirchen herne hagen hamm bottrop
muelheim witten recklinghausen unna wesel ruhr ruhrgebiet ruhrpott kohlenpott zeche rhein westfalen nordrhein
nordrheinwestfalen bayern sachsen warszawa krakow krakau lodz wroclaw breslau poznan posen gdansk danzig szczecin
stettin lublin katowice kattowitz bialystok gdynia gliwice gleiwitz zabrze hindenburg bytom beuthen sosnowiec tychy
chorzow rybnik bielsko dabrowa gornicza ruda slaska myslowice siemianowice swietochlowice piekary mikolow czestochowa
opole slask gornyslask schlesien silesia zaglebie metropolia metropole metropolis wisla warta odra oder stadt miasto
gmina powiat wojewodztwo gemeinde kreis land region rathaus ratusz urzad verwaltung behoerde buero biuro arbeit praca
firma company sekretariat marketing finanzen partnerschaft partnerstwo partnership interreg austausch projekt projekt2
verein stowarzyszenie schalke schalke04 borussia bvb09 dortmund09 fcbayern bayernmunchen werder hertha eintracht
fortuna hsv1887 vfl1848 arsenal barcelona liverpool manchester united realmadrid juventus legia lechpoznan wislakrakow
ruchchorzow gornik gornikzabrze gksk zaglebiesosnowiec piast piastgliwice widzew cracovia jagiellonia pogon
slaskwroclaw solidarnosc jesus jezus chrystus gott bozia maryja amen blessed angels jesuschrist faith glaube wiara
papiez janpawel
)";

} // namespace

std::string_view common_words() { return listed_words; }

} // namespace interregio::secrets
