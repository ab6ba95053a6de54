import pytest

from dragoman.resolve.actors.spelling import are_opposed, compare_names, mend_letters, read_name

ALIKE = [
    ("Sergei Lavrov", "Sergey Lavrov", "spelled"),
    ("Sergei Lavrov", "Sergey Viktorovich Lavrov", "longer"),
    ("Sergei V. Lavrov", "Sergei Viktorovich Lavrov", "initial"),
    ("Vladimir Putin", "Validimir Putin", "slip"),
    ("Vladimir Putin", "Validmir Putin", "slip"),
    ("Alexei Gromyko", "Aleksey Gromyko", "spelled"),
    ("Yevgeny Primakov", "Evgeni Primakov", "spelled"),
    ("Mushahid Hussain", "Mushahid Hussein", "spelled"),
    ("Shahbaz Sharif", "Shehbaz Sharif", "spelled"),
    ("Muammar Gaddafi", "Muammar Qadhafi", "spelled"),
    ("Abdel-Rahman Shalgam", "Abdulrahman Shalgam", "same"),
    ("Abd al-Rahman Shalgam", "Abdel Rahman Shalgam", "same"),
    ("Bashar al-Assad", "Bashar Assad", "same"),
    ("Burhanuddin Rabbani", "Burhan ud-Din Rabbani", "same"),
    ("Ehsanul Haq", "Ehsan ul-Haq", "same"),
    ("Mohammad Esmail Rahimi", "Mohammed Ismail Rahimi", "spelled"),
    ("Ashraf Ghani", "Mohammad Ashraf Ghani", "longer"),
    ("Asad Durrani", "Lateef Asad Durrani", "tail"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "same"),
    ("Nicolas Maduro", "Nicolás Maduro Moros", "tail"),
    ("Ban Ki-moon", "Ki-moon Ban", "turned"),
    ("Xi Jinping", "Jinping Xi", "turned"),
    ("Kim Jong-un", "Kim Jong Un", "same"),
    ("Viktor Orbán", "Orban Viktor", "turned"),
    ("Hassan Qashqavi", "Hassan Ghashghavi", "spelled"),
]
OPPOSED = [
    ("Nawaz Sharif", "Shahbaz Sharif"),
    ("Hillary Clinton", "Bill Clinton"),
    ("George W. Bush", "George H. W. Bush"),
    ("George W Bush", "George H.W. Bush"),
    ("Hussain Haqqani", "Jalaluddin Haqqani"),
    ("Hamad bin Jassim Al Thani", "Hamad bin Khalifa Al Thani"),
    ("Mohammad Kowsari", "Mohammad Khoshchehreh"),
    ("Gordon Brown", "Gareth Brown"),
    ("Abdullah Saleh II", "Abdullah Saleh III"),
    ("Ali Hassan", "Ali Hussain"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Li Keqiang", "Li Ruihuan"),
    ("Tahir Aziz", "Sartaj Aziz"),
    ("Hugo Chavez", "Adan Chavez"),
]


@pytest.mark.parametrize(("one", "other", "likeness"), ALIKE)
def test_spellings_of_one_name_are_alike(one, other, likeness):
    assert compare_names(read_name(one), read_name(other)) == likeness
    assert compare_names(read_name(other), read_name(one)) == likeness


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_names_of_two_persons_are_opposed(one, other):
    assert compare_names(read_name(one), read_name(other)) is None
    assert are_opposed(read_name(other), read_name(one))


def test_an_open_vowel_against_a_front_vowel_is_no_mere_spelling():
    assert compare_names(read_name("Kamil Derwish"), read_name("Kamal Derwish")) != "spelled"


@pytest.mark.parametrize("name", ["Khan", "Sharif", "Lavrov"])
def test_a_surname_alone_opposes_nobody_and_is_like_nobody(name):
    assert not are_opposed(read_name(name), read_name("Imran Khan"))
    assert compare_names(read_name(name), read_name(f"Somebody {name}")) is None


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [("Hugo ChÃ¡vez", "Hugo Chávez"), ("Abdullah Gül", "Abdullah Gül"), ("Plain Name", "Plain Name")],
)
def test_damaged_letters_are_mended(damaged, whole):
    assert mend_letters(damaged) == whole
