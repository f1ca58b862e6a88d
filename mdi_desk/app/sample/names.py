"""How people of several cultures are called, and how a family name passes on.

The words are common given and family names; the people they make are nobody. Long because it is a list.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Name = tuple[str, str, str]  # given, family, full


def _western(given: str, family: str) -> str:
    return f"{given} {family}".strip()


def _family_first(given: str, family: str) -> str:
    return f"{family} {given}".strip()


def _same(rng: Random, family: str, _other: str) -> str:
    return family


def _both_first(rng: Random, family: str, other: str) -> str:
    """Spanish children carry the first family name of each parent."""
    return f"{family.split()[0]} {other.split()[0]}"


@dataclass(frozen=True, slots=True)
class Culture:
    """The names of one culture. `share` is its weight among the people of the institute."""

    key: str
    share: float
    locale: str
    country: str  # ISO 3166-1 alpha-3, of a passport if they show one
    female: tuple[str, ...]
    male: tuple[str, ...]
    family: tuple[str, ...]
    double_given: float = 0.0  # how often a second given name is written
    double_family: float = 0.0  # how often two family names are
    joiner: str = " "  # between the two family names
    full: Callable[[str, str], str] = _western
    child_family: Callable[[Random, str, str], str] = _same
    middle_initial: float = 0.0
    women: tuple[str, ...] = ()  # family names of women where they differ, in the order of `family`

    def name(self, rng: Random, female: bool, family: str | None = None) -> Name:
        """A name; a child is given its `family` name."""
        pool = self.female if female else self.male
        given = rng.choice(pool)
        if rng.random() < self.double_given:
            second = rng.choice(pool)
            if second != given:
                given = f"{given} {second}"
        elif rng.random() < self.middle_initial:
            given = f"{given} {rng.choice('ABCDEFGHJKLMNPRSTW')}."
        if family is None:
            family = self.some_family(rng, female)
        return given, family, self.full(given, family)

    def some_family(self, rng: Random, female: bool) -> str:
        """A family name of this culture."""
        at = rng.randrange(len(self.family))
        name = self.women[at] if self.women and female else self.family[at]
        if rng.random() < self.double_family:
            other = rng.choice(self.family)
            if other != name:
                name = f"{name}{self.joiner}{other}"
        return name

    def of_child(self, family: str, female: bool) -> str:
        """The form of a parent's `family` name that a son or daughter carries."""
        if not self.women:
            return family
        known = {**dict(zip(self.women, self.family, strict=True)), **{name: name for name in self.family}}
        base = known.get(family, family)
        return self.women[self.family.index(base)] if female and base in self.family else base


def _w(text: str) -> tuple[str, ...]:
    """The words of `text`; an underscore stands for a space inside a name."""
    return tuple(word.replace("_", " ") for word in text.split())


CULTURES = (
    Culture(
        "us",
        26,
        "en-US",
        "USA",
        _w(
            "Abigail Alice Allison Amber Andrea Angela Ashley Barbara Bethany Brittany Caitlin Carol "
            "Charlotte Chloe Christina "
            "Claire Cynthia Danielle Diana Donna Emily Erica Grace Hannah Heather Holly Jacqueline Janet "
            "Jennifer Jessica Joyce "
            "Julia Karen Katherine Kelsey Laura Leslie Madison Megan Melissa Molly Monica Nancy Natalie "
            "Nicole Olivia Pamela "
            "Rachel Rebecca Samantha Sarah Shannon Stephanie Susan Tiffany Valerie Vanessa Victoria Wendy Zoe"
        ),
        _w(
            "Aaron Adam Andrew Anthony Austin Benjamin Bradley Brandon Brian Caleb Charles Christopher Cody "
            "Connor Craig Daniel "
            "David Dennis Derek Douglas Edward Eric Ethan Evan Frank Gary George Gregory Henry Jacob James "
            "Jason Jeffrey Jeremy "
            "John Jonathan Joseph Joshua Justin Keith Kevin Kyle Lawrence Logan Marcus Mark Matthew Michael "
            "Nathan Nicholas "
            "Patrick Paul Peter Philip Raymond Richard Robert Russell Ryan Samuel Scott Sean Stephen Steven "
            "Thomas Timothy "
            "Travis Trevor Tyler Victor Vincent Walter William Zachary"
        ),
        _w(
            "Adams Allen Anderson Bailey Baker Barnes Bell Bennett Brooks Brown Bryant Butler Campbell "
            "Carter Clark Coleman "
            "Collins Cook Cooper Cox Davis Edwards Ellis Evans Fisher Foster Gibson Graham Gray Green "
            "Griffin Hall Hamilton "
            "Harris Harrison Hayes Henderson Hill Howard Hughes Jackson James Jenkins Johnson Jones Kelly "
            "King Lewis Long "
            "Marshall Martin Mason McDonald Miller Mitchell Moore Morgan Morris Murphy Murray Myers Nelson "
            "Owens Parker "
            "Patterson Perry Peterson Phillips Powell Price Reed Reynolds Richardson Roberts Robinson Rogers "
            "Ross Russell "
            "Sanders Scott Simmons Smith Stewart Sullivan Taylor Thomas Thompson Turner Wallace Walker Ward "
            "Washington Watson "
            "West White Williams Wilson Wood Wright Young"
        ),
        double_given=0.05,
        double_family=0.05,
        joiner="-",
        middle_initial=0.06,
    ),
    Culture(
        "appalachian",
        15,
        "en-US",
        "USA",
        _w(
            "Ada Bobbie Cassie Charity Crystal Darlene Delphia Dessie Dolly Dreama Earlene Faith Georgia "
            "Gracie Hallie Hazel "
            "Imogene Ivy Jolene Josie Laurel Loretta Lula Mabel Magnolia Mamie Nellie Norma Opal Patsy Pearl "
            "Raelynn Roxie "
            "Ruby Sadie Savannah Tammy Tessie Trula Velma Virgie Willa Wilma"
        ),
        _w(
            "Amos Arlie Asa Boyd Buford Burl Carl Cecil Clayton Clell Clyde Colby Dale Darrell Delbert "
            "Denver Dewey Doyle Earl "
            "Elbert Eli Elmer Emmett Enoch Ezra Floyd Garland Harlan Hiram Homer Ira Jasper Jesse Lonnie "
            "Luther Mason Odell Orville "
            "Otis Paris Ransom Roscoe Rufus Silas Troy Virgil Wade Waylon Wendell Wiley"
        ),
        _w(
            "Adkins Ballard Bledsoe Blankenship Bragg Burdette Casto Cline Cogar Compton Conley Cottrill "
            "Crouch Cutlip Damron "
            "Dingess Dotson Estep Fleshman Friel Gandee Gillispie Goodwin Gwinn Hatfield Hensley Hinkle Hoke "
            "Huffman Jarrell "
            "Justice Keadle Kincaid Lilly Linville Lively Lovejoy Maynard McClung McCoy McGraw Meadows "
            "Morrison Mullins "
            "Nutter O'Dell Pauley Persinger Pettry Plumley Propst Ratliff Rinehart Runyon Samples Sizemore "
            "Skaggs Spurlock "
            "Stalnaker Sturgill Tackett Teter Toler Vance Vandall Walkup Wolfe Workman Yoakum Zirkle"
        ),
        double_given=0.30,
        middle_initial=0.05,
    ),
    Culture(
        "polish",
        6,
        "en-US",
        "POL",
        _w(
            "Agnieszka Aleksandra Bożena Danuta Elżbieta Ewa Grażyna Halina Jadwiga Joanna Katarzyna "
            "Krystyna Łucja Magdalena "
            "Małgorzata Marta Monika Stanisława Wiesława Zofia Żaneta"
        ),
        _w(
            "Andrzej Bartosz Bogusław Czesław Dariusz Grzegorz Jakub Jarosław Jerzy Kazimierz Krzysztof "
            "Łukasz Maciej Marek "
            "Mieczysław Paweł Przemysław Rafał Stanisław Szymon Wojciech Zbigniew"
        ),
        _w(
            "Bąk Chmielewski Dąbrowski Gołębiewski Górski Jabłoński Jaworski Kaczmarek Kamiński Kowalczyk "
            "Kozłowski Krawczyk "
            "Król Lewandowski Malinowski Nowak Pawłowski Piątek Sikorski Szczepański Szymański Wójcik "
            "Woźniak Wróbel "
            "Zając Zieliński Żuraw"
        ),
        women=_w(
            "Bąk Chmielewska Dąbrowska Gołębiewska Górska Jabłońska Jaworska Kaczmarek Kamińska Kowalczyk "
            "Kozłowska "
            "Krawczyk Król Lewandowska Malinowska Nowak Pawłowska Piątek Sikorska Szczepańska Szymańska "
            "Wójcik Woźniak "
            "Wróbel Zając Zielińska Żuraw"
        ),
        double_family=0.04,
        joiner="-",
    ),
    Culture(
        "vietnamese",
        7,
        "en-US",
        "VNM",
        _w(
            "Bảo_Châu Bích_Ngọc Diễm_My Hải_Yến Hồng_Nhung Huyền_Trang Khánh_Linh Kim_Ngân Lan_Hương "
            "Mai_Phương Minh_Thư "
            "Ngọc_Diệp Như_Quỳnh Phương_Thảo Quỳnh_Anh Thanh_Hà Thảo_Vy Thị_Hoa Thị_Mười Thu_Thủy Thùy_Dung "
            "Tường_Vi "
            "Tuyết_Mai Yến_Nhi"
        ),
        _w(
            "Anh_Dũng Bá_Thành Công_Vinh Đình_Phong Đức_Huy Gia_Bảo Hoàng_Long Hữu_Phước Minh_Khôi Minh_Quân "
            "Ngọc_Sơn "
            "Nhật_Minh Phúc_Thịnh Quang_Hải Quốc_Việt Thanh_Tùng Thế_Anh Tiến_Đạt Trọng_Nghĩa Trung_Kiên "
            "Tuấn_Kiệt "
            "Văn_Hùng Văn_Lâm Xuân_Trường"
        ),
        _w(
            "Bùi Châu Đặng Đinh Đỗ Đoàn Dương Hà Hồ Hoàng Huỳnh Lâm Lê Lương Lý Mai Ngô Nguyễn Nguyễn Nguyễn "
            "Phạm Phan Tạ "
            "Thái Tô Trần Trần Trịnh Trương Võ Vũ Vương"
        ),
        full=_family_first,
    ),
    Culture(
        "yoruba",
        6,
        "en-US",
        "NGA",
        _w(
            "Abọ́sẹ̀dé Adébísí Àbẹ̀kẹ́ Bùkọ́lá Dámiládé Fọlákẹ́ Fúnmiláyọ̀ Ìyábọ̀ Mojísọ́lá Ọlábísí "
            "Ọmọ́tọ́lá Ṣadé Tèmítọ́pẹ́ Títílayọ̀ "
            "Yétúndé Yéwándé"
        ),
        _w(
            "Adéwálé Àkànní Ayọ̀délé Bábátúndé Bọ́láji Dàpọ̀ Fẹ́mi Kọ́ládé Káyọ̀dé Olúfẹ́mi Olúmídé "
            "Olúṣẹ́gun Rótìmí Ṣeun Táíwò Túnjí"
        ),
        _w(
            "Adébáyọ̀ Adéyẹmí Afọlábí Àjàyí Akíntọ́lá Awólọ́wọ̀ Balógun Fálànà Ìbídàpọ̀ Ládipọ̀ Odùṣọ̀lá "
            "Ògúndélé Ọlátúnjí "
            "Olúwọlé Ọ̀ṣúntókun Owólabí Ṣóbọ̀wálé Ṣóyínká"
        ),
        double_given=0.08,
    ),
    Culture(
        "ghanaian",
        3,
        "en-US",
        "GHA",
        _w("Abena Adjoa Adwoa Afia Akosua Akua Ama Araba Efua Ekua Esi Nana Yaa"),
        _w("Ebo Fiifi Kobina Kofi Kojo Kwabena Kwadwo Kwaku Kwasi Kweku Nii Yaw"),
        _w(
            "Acheampong Addo Agyeman Amoah Ampofo Ansah Appiah Asante Boakye Boateng Darko Mensah Nkrumah "
            "Ofori Opoku Osei "
            "Owusu Quaye Sarpong Tetteh"
        ),
        double_family=0.30,
        joiner="-",
    ),
    Culture(
        "senegalese",
        6,
        "fr-SN",
        "SEN",
        _w(
            "Adama Aïssatou Aminata Astou Awa Bineta Coumba Dieynaba Fatou Fatoumata Khady Mame_Diarra "
            "Mariama Marème Ndèye "
            "Ngoné Oumou Rokhaya Seynabou Sokhna Yacine"
        ),
        _w(
            "Abdoulaye Alioune Amadou Assane Babacar Cheikh Djibril El_Hadji Ibrahima Lamine Mamadou Mbaye "
            "Modou Moussa Omar "
            "Ousmane Papa Pape Samba Serigne Souleymane Youssou"
        ),
        _w(
            "Ba Badji Cissé Coly Diagne Diallo Diatta Diédhiou Diop Diouf Fall Faye Gaye Guèye Kane Mbaye "
            "Mbengue Mbodj Ndiaye "
            "Ngom Niang Sagna Sarr Seck Sène Sow Sy Tall Thiam Touré Wade"
        ),
        double_given=0.15,
    ),
    Culture(
        "spanish",
        9,
        "es-US",
        "MEX",
        _w(
            "Adriana Alejandra Ana_Lucía Beatriz Carmen Concepción Elena Esperanza Gabriela Guadalupe Inés "
            "Isabel Itzel "
            "Jimena Lucía Luz_María María_Fernanda María_del_Carmen Marisol Noemí Paloma Pilar Rocío Rosario "
            "Sofía "
            "Teresa Verónica Ximena Yolanda"
        ),
        _w(
            "Agustín Alejandro Andrés Ángel Benjamín César Cristóbal Diego Eduardo Emiliano Esteban Fermín "
            "Francisco_Javier "
            "Gonzalo Héctor Ignacio Joaquín José_Luis Juan_Pablo Julián Luis_Ángel Martín Matías "
            "Miguel_Ángel Nicolás "
            "Óscar Rafael Raúl Ramón Santiago Sebastián Tomás"
        ),
        _w(
            "Aguilar Álvarez Ávila Benítez Cabrera Calderón Castañeda Cervantes Córdova Cortés Delgado "
            "Domínguez Espinoza "
            "Figueroa Fuentes Gallegos García Gómez González Guerrero Gutiérrez Hernández Ibáñez Jiménez "
            "López Maldonado Márquez "
            "Martínez Medina Méndez Mondragón Muñoz Núñez Ochoa Ordóñez Ortiz Peña Pérez Quiñones Ramírez "
            "Ríos Rodríguez Ruiz "
            "Sánchez Suárez Treviño Valdés Vásquez Yáñez Zúñiga"
        ),
        double_family=0.72,
        child_family=_both_first,
    ),
    Culture(
        "french",
        6,
        "fr-FR",
        "FRA",
        _w(
            "Adèle Agnès Anaïs Anne-Laure Aurélie Bénédicte Céline Chloé Clémence Émilie Éloïse Françoise "
            "Geneviève Hélène Inès "
            "Joëlle Léa Maëlle Margaux Marie-Hélène Mathilde Noémie Océane Solène Sylvie Thérèse Véronique "
            "Zoé"
        ),
        _w(
            "Aurélien Baptiste Benoît Cédric Clément Édouard Étienne François Frédéric Gaël Gérard Grégoire "
            "Guillaume Hervé "
            "Jean-François Jean-Luc Jérôme Joël Léo Loïc Mathéo Mickaël Noël Pierre-Yves Rémi Sébastien "
            "Stéphane Théo Yann"
        ),
        _w(
            "Aubert Beauchêne Bélanger Benoît-Lévy Bérenger Chrétien Côté d'Aubigné de_La_Fontaine "
            "de_Saint-Cyr Desmarais "
            "Deschênes du_Plessis Dufrêne Dupré Évrard Fouché Gagné Garçon Géroux Hébert L'Hôpital Lacroix "
            "Lebœuf Lefèvre "
            "Legrand Lévêque Maréchal Mercier Noël Pâquet Péron Rivière Saint-Exupéry Thévenet Vallée "
            "Vigneron"
        ),
        double_family=0.15,
        joiner="-",
    ),
    Culture(
        "arabic",
        5,
        "en-US",
        "JOR",
        _w(
            "Aisha Amal Dalia Dina Farah Fatima Hala Hanan Huda Khadija Layla Lina Maryam Mona Nadia Nour "
            "Rana Rania Reem "
            "Salma Samira Yasmin Zainab"
        ),
        _w(
            "Abdallah Abd_al-Rahman Ahmad Ali Anas Bilal Faisal Hamza Hassan Hussein Ibrahim Imad Karim "
            "Khalid Mahmoud "
            "Marwan Mustafa Nabil Omar Rami Salim Tariq Walid Yusuf Ziad"
        ),
        _w(
            "Abboud Al-Farouqi Al-Haddad Al-Khatib Al-Masri Al-Najjar Al-Rashid Al-Sabbagh Awad Barakat "
            "Darwish El-Amin "
            "El-Sayed Farhat Habib Haddad Hamdan Ibn_Saleh Issa Jaber Khoury Mansour Nasser Qasim Saad "
            "Shaheen Tabbara Zidan"
        ),
    ),
    Culture(
        "japanese",
        3,
        "en-US",
        "JPN",
        _w(
            "Aiko Akari Ayumi Chihiro Emi Haruka Kaori Keiko Kyōko Mai Michiko Misaki Noriko Rin Sakura "
            "Shiori Yōko Yui Yumi"
        ),
        _w(
            "Akira Daichi Daisuke Haruto Hiroshi Kaito Kazuki Ken'ichi Kōji Makoto Naoki Ren Ryō Satoshi "
            "Shin'ya Shōta Taichi "
            "Takumi Tetsuya Yūki Yūta"
        ),
        _w(
            "Aoki Endō Fujimoto Gotō Hasegawa Hayashi Ikeda Inoue Itō Kobayashi Kondō Maeda Matsumoto Mori "
            "Nakamura Ogawa Okada "
            "Ōnishi Saitō Sasaki Shimizu Suzuki Takahashi Tanaka Watanabe Yamaguchi"
        ),
    ),
    Culture(
        "indian",
        6,
        "en-US",
        "IND",
        _w(
            "Aarti Aishwarya Anjali Ananya Deepika Divya Gayatri Indira Kavya Lakshmi Lavanya Madhuri Meera "
            "Nandini Padmini "
            "Pooja Priya Radhika Revathi Sanjana Saraswati Shreya Sunita Swati Vidya"
        ),
        _w(
            "Aditya Ajay Amit Arjun Ashok Deepak Dev Ganesh Gaurav Harish Karthik Krishna Manoj Mohan Nikhil "
            "Pradeep Rahul "
            "Rajesh Ramesh Rohan Sanjay Siddharth Sridhar Suresh Vijay Vikram Vishnu"
        ),
        _w(
            "Agarwal Banerjee Bhattacharya Chakraborty Chatterjee Chaudhary Choudhury Desai Gupta Iyer Joshi "
            "Kapoor Krishnamurthy "
            "Kulkarni Mehta Menon Mukherjee Nair Narayanan Patel Pillai Rao Reddy Sharma Singh Srinivasan "
            "Subramanian Trivedi "
            "Venkataraman Venkateswaran"
        ),
    ),
    Culture(
        "german",
        4,
        "de-DE",
        "DEU",
        _w(
            "Anneliese Bärbel Brigitte Dörte Elfriede Friederike Gisela Gudrun Heike Ingrid Jördis Käthe "
            "Kirsten "
            "Liesel Mareike Renate Sabine Silke Ursula Wiebke"
        ),
        _w(
            "Andreas Björn Dieter Eberhard Friedrich Götz Günther Hans-Jürgen Heinrich Jörg Jürgen "
            "Karl-Heinz Klaus Matthias "
            "Ottokar Rüdiger Sören Thorsten Ulrich Volker Wolfgang"
        ),
        _w(
            "Bäcker Böhm Brückner Döring Fröhlich Gärtner Großmann Grünwald Hübner Jäger Köhler König Krämer "
            "Krüger Löwenthal "
            "Müller Öztürk Pfeiffer Preuß Rößler Schäfer Schönfeld Schröder Schultheiß Strauß Voß "
            "von_der_Heide von_Hohenfels Weiß "
            "zu_Wittenberg"
        ),
        double_family=0.10,
        joiner="-",
    ),
    Culture(
        "italian",
        3,
        "en-US",
        "ITA",
        _w(
            "Antonella Bianca Carlotta Chiara Francesca Giulia Ilaria Loredana Lucrezia Mariangela Nicoletta "
            "Serafina"
        ),
        _w(
            "Alessandro Carmine Domenico Enzo Fabrizio Gianluca Giuseppe Niccolò Pasquale Raffaele Salvatore "
            "Vincenzo"
        ),
        _w(
            "Bellini Caruso Colombo D'Amico D'Angelo De_Luca Di_Stefano Esposito Fontana Lo_Presti Marchetti "
            "Montanari Pellegrino "
            "Ricci Santoro Vitale"
        ),
    ),
)

SHARES = tuple(culture.share for culture in CULTURES)
BY_KEY = {culture.key: culture for culture in CULTURES}
