"""Practices as owners type them, made by chance from a seed: the same seed, the same practice.

Dates lie around the clock changes of the zone, the leap day and the ends of years, since faults
live there. What the contract calls a problem is not made, and neither is what it leaves open:
special days that share a day.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, TypeVar

from tests.oracle.naive import FURTHER_NOTICE, Naive, Practice, is_special
from tests.oracle.wall import DAY, clock_time, start_of, wall_of

# The zones, with the years from which days are taken: some have had their oddest day long ago.
ZONES = {
    "Europe/Berlin": (2026, 2027, 2028),
    "America/New_York": (2026, 2027, 2028),
    "Africa/Cairo": (2026, 2027, 2028),
    "America/Santiago": (2026, 2027, 2028),
    "Asia/Beirut": (2026, 2027, 2028),
    "Pacific/Apia": (2011, 2012, 2020, 2021, 2027, 2028),
    "Australia/Lord_Howe": (2026, 2027, 2028),
    "Asia/Kathmandu": (1985, 1986, 2009, 2027, 2028),
}
LEAP_DAY = date(2028, 2, 29)
# The country of each zone, its regions, and names of some of its holidays.
COUNTRIES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "Europe/Berlin": ("DE", ("BY", "BE"), ("New Year's Day", "Christmas Day", "Easter Monday")),
    "America/New_York": (
        "US",
        ("NY", "CA"),
        ("Independence Day", "Christmas Day", "New Year's Day", "Veterans Day", "Columbus Day"),
    ),
    "Africa/Cairo": ("EG", (), ("Labor Day", "Coptic Christmas Day")),
    "America/Santiago": ("CL", ("AP",), ("Good Friday", "New Year's Day", "Christmas Day")),
    "Asia/Beirut": ("LB", (), ("New Year's Day", "Labor Day", "Christmas Day")),
    "Pacific/Apia": ("WS", (), ("New Year's Day", "Boxing Day", "Good Friday")),
    "Australia/Lord_Howe": ("AU", ("NSW",), ("Good Friday", "Boxing Day", "New Year's Day")),
    "Asia/Kathmandu": ("NP", (), ("Christmas Day", "Nepali New Year")),
}
# Clocks are changed around midnight or a little later.
CLOCKS = (
    *("00:00", "00:15", "00:30", "01:00", "01:15", "01:30", "01:45", "02:00", "02:15", "02:30"),
    *("02:45", "03:00", "03:30", "08:00", "09:00", "12:00", "13:00", "15:30", "17:00", "22:00"),
    *("23:00", "23:15", "23:30", "23:59"),
)
HOURS = (
    *("09:00-12:30, 13:30-17:00", "09:00-17:00", "08:00-12:00", "09:00-13:00, 15:00-19:30"),
    *("22:00-02:00", "00:00-24:00", "23:30-00:30", "18:00-01:15", "00:00-01:00, 09:00-10:00"),
    *("01:30-03:30", "02:00-03:00", "02:15-02:45", "00:00-00:30", "00:30-01:00, 23:00-24:00"),
    *("02:30-03:10, 03:20-04:00", "01:45-02:15, 02:45-03:15", "09:00-24:00", "16:00-16:05"),
)
PROMISES = (
    *("20 minutes", "90 minutes", "4 hours", "26 hours", "72 hours", "1 day", "2 days", "3 days"),
    *("1 week", "2 business hours", "4 business hours", "13 business hours", "1 business day"),
    *("2 business days", "4 business days"),
)
CATCH_UPS = (
    *("45 minutes", "6 hours", "30 hours", "1 day", "3 days", "5 days", "1 week", "2 weeks"),
    *("3 business hours", "9 business hours", "1 business day", "3 business days"),
)
ANNOUNCEMENTS = ("2 days", "3 days", "10 days", "14 days", "4 weeks", "36 hours", "90 minutes")
PEOPLE = ("dana", "sol", "kim", "noor", "ravi")
SERVICES = ("one-to-one", "team", "repair", "letters")


_Choice = TypeVar("_Choice")


@dataclass(frozen=True)
class Case:
    """A practice, the minute of building, and the day around which all of it was made."""

    seed: int
    practice: Practice
    moment: int
    around: date

    @property
    def zone(self) -> str:
        return str(self.practice["practice"]["timezone"])


def case_of(seed: int) -> Case:
    """Return the practice of a seed."""
    return _Making(seed).case()


@cache
def days_of_changes(zone: str) -> tuple[date, ...]:
    """Return the days on which the clock is changed, in the years of a zone."""
    wall, found = wall_of(zone), []
    for year in ZONES[zone]:
        day = date(year, 1, 1)
        while day.year == year:
            begins, ends = wall.when(start_of(day)), wall.when(start_of(day) + DAY)
            if ends - begins != DAY:
                found.append(day)
            day += timedelta(days=1)
    return tuple(found)


class _Making:
    """One practice in the making."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._random = Random(seed)
        self._zone = self._random.choice(list(ZONES))
        self._around = self._day_around()

    def case(self) -> Case:
        first = start_of(self._around - timedelta(days=self._pick(0, 1, 2, 5, 9, 14, 20, 30, 45)))
        moment = wall_of(self._zone).when(first + self._random.randrange(DAY))
        services = self._services() if self._chance(60) else []
        backups = self._backups(services) if self._chance(75) else []
        self._choose_covers(services, backups)
        absences = self._absences(services, backups)
        practice = {
            "practice": {
                "name": "Ines Calder",
                "timezone": self._zone,
                "language": "de" if self._zone == "Europe/Berlin" and self._chance(50) else "en-US",
                "contact": {"email": "ines@ines-calder.example"},
            },
            "availability": self._availability(),
            "services": {"services": services},
            "backup": {"backups": backups},
            "away": {"away": absences},
        }
        return Case(self._seed, without_problems(practice, moment), moment, self._around)

    def _day_around(self) -> date:
        changes = days_of_changes(self._zone)
        if changes and self._chance(65):
            return self._random.choice(changes)
        if self._chance(40):
            return LEAP_DAY
        return date(self._random.choice(ZONES[self._zone]), 12, 31)

    # availability.yaml

    def _availability(self) -> dict[str, Any]:
        made: dict[str, Any] = {"replies": self._replies()}
        if self._chance(95):
            made["weekly"] = self._week()
        if self._chance(40):
            made["announce"] = self._pick(*ANNOUNCEMENTS)
        special: list[dict[str, Any]] = []
        while self._chance(45):
            made_day = self._special_day()
            if not any(self._meet(made_day, other) for other in special):
                special.append(made_day)
        if special:
            made["special_days"] = special
        if self._chance(45):
            made["public_holidays"] = self._public_holidays()
        return made

    def _replies(self) -> list[dict[str, str]]:
        ways = ("email", "phone", "text")[: self._pick(1, 2, 2, 3)]
        return [{"by": way, "within": self._pick(*PROMISES)} for way in ways]

    def _week(self) -> dict[str, str]:
        first, second = self._pick(*HOURS), self._pick(*HOURS)
        return self._pick(
            {"mon-fri": first},
            {"mon-thu": first, "fri": second},
            {"mon, wed": first, "thu-sat": second, "sun": "closed"},
            {"mon-sun": first},
            {"sat-tue": first},
            {"wed": first},
            {"mon-fri": first, "sat, sun": second},
            {"fri": "closed"},
        )

    def _special_day(self) -> dict[str, Any]:
        first = self._near()
        last = first + timedelta(days=self._pick(1, 2, 3, 6, 20))
        if self._chance(40):
            days = {"day": self._yearly_or_dated(first)}
        elif self._chance(50):
            days = {"from": first.isoformat(), "until": last.isoformat()}
        else:
            days = {"from": first.isoformat()[5:], "until": last.isoformat()[5:]}
        if self._chance(15):
            days = self._pick(
                {"day": "02-29"},
                {"from": "12-24", "until": "01-02"},
                {"from": "02-26", "until": "02-29"},
                {"from": "02-29", "until": "03-02"},
            )
        if self._chance(35):
            weekly = {self._pick("fri", "mon-wed", "sat, sun"): self._pick("closed", *HOURS)}
            return {**days, "weekly": weekly}
        return {**days, "hours": self._pick("closed", "closed", "closed", *HOURS)}

    def _yearly_or_dated(self, day: date) -> str:
        return day.isoformat()[5:] if self._chance(50) else day.isoformat()

    def _meet(self, one: dict[str, Any], other: dict[str, Any]) -> bool:
        """Return whether two special days share a day, in the years that matter."""
        day = self._around - timedelta(days=500)
        while day < self._around + timedelta(days=1200):
            if is_special(one, day) and is_special(other, day):
                return True
            day += timedelta(days=1)
        return False

    def _public_holidays(self) -> dict[str, Any]:
        country, regions, names = COUNTRIES[self._zone]
        made: dict[str, Any] = {"country": country}
        if regions and self._chance(50):
            made["region"] = self._pick(*regions)
        some = self._random.sample(names, self._random.randint(1, len(names)))
        return self._pick(made, made, {**made, "closed": some}, {**made, "open": some})

    # services.yaml and backup.yaml

    def _services(self) -> list[dict[str, Any]]:
        ids = self._random.sample(SERVICES, self._pick(1, 2, 2, 3, 4))
        return [{"id": each, "title": each.capitalize()} for each in ids]

    def _backups(self, services: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            self._backup(name, services)
            for name in self._random.sample(PEOPLE, self._pick(1, 2, 2, 3, 5))
        ]

    def _backup(self, name: str, services: list[dict[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {"id": name, "name": name.capitalize()}
        if self._chance(80):
            made["consent"] = "1984-03-02"
        if services and self._chance(35):
            some = self._random.sample(services, self._random.randint(1, len(services)))
            made["services"] = [each["id"] for each in some]
        if self._chance(40):
            made["timezone"] = self._pick(*ZONES)
        if self._chance(30):
            made["weekly"] = {"mon-fri": self._pick(*HOURS)}
        if self._chance(20):
            made["replies_within"] = self._pick(*PROMISES)
        if self._chance(45):
            made["away"] = [self._from_until() for _ in range(self._pick(1, 1, 2, 3))]
        return made

    def _choose_covers(self, services: list[dict[str, Any]], backups: list[dict[str, Any]]) -> None:
        """Name the people to ask for some services, among those who take them."""
        for each in services:
            taking = [
                person["id"]
                for person in backups
                if each["id"] in person.get("services", [each["id"]])
            ]
            if taking and self._chance(30):
                each["covered_by"] = self._random.sample(
                    taking, self._random.randint(1, len(taking))
                )

    # away.yaml

    def _absences(
        self, services: list[dict[str, Any]], backups: list[dict[str, Any]]
    ) -> list[dict[str, Any]]:
        made: list[dict[str, Any]] = []
        for number in range(self._pick(1, 1, 2, 2, 3, 3, 4, 5, 7)):
            earlier = self._random.choice(made) if made and self._chance(40) else None
            absence = {"id": f"absence-{number + 1}", **self._times(earlier)}
            absence.update(self._what_it_is(absence))
            self._choose_cover(absence, services, backups)
            made.append(absence)
        return made

    def _times(self, earlier: dict[str, Any] | None) -> dict[str, str]:
        """Return when an absence is; if there is an earlier one, it often follows or touches it."""
        times = self._from_until(follows=earlier)
        if self._chance(8):
            review = date.fromisoformat(times["from"][:10]) + timedelta(days=self._pick(0, 2, 9))
            return {"from": times["from"], "until": FURTHER_NOTICE, "review": review.isoformat()}
        if self._chance(25):
            kept = self._pick({"from": times["from"]}, times)
            if "until" not in kept and self._chance(40):
                kept["until"] = FURTHER_NOTICE
            return {**kept, "back": self._back(times)}
        return times

    def _from_until(self, follows: dict[str, Any] | None = None) -> dict[str, str]:
        end = (follows or {}).get("until", FURTHER_NOTICE)
        first = self._near()
        if end != FURTHER_NOTICE:
            gap = self._pick(1, 1, 1, 2, 2, 3, 0)
            first = date.fromisoformat(end[:10]) + timedelta(days=gap)
        last = first + timedelta(days=self._pick(0, 0, 0, 1, 1, 2, 4, 6, 11, 13, 30))
        if self._chance(4):
            last = first + timedelta(days=self._pick(60, 150, 380))
        starts, until = first.isoformat(), last.isoformat()
        if ":" in end and self._chance(50):
            starts, first = end, date.fromisoformat(end[:10])
            until = max(last, first).isoformat()
        elif self._chance(35):
            starts = f"{starts} {self._pick(*CLOCKS)}"
        if self._chance(35):
            until = f"{until} {self._pick(*CLOCKS)}"
            if clock_time(until) <= clock_time(starts):
                until = f"{first + timedelta(days=1)} {until[11:]}"
        return {"from": starts, "until": until}

    def _back(self, times: dict[str, str]) -> str:
        day = date.fromisoformat(times["until"][:10]) + timedelta(days=self._pick(1, 1, 2, 3, 4))
        return f"{day} {self._pick(*CLOCKS)}" if self._chance(30) else day.isoformat()

    def _what_it_is(self, times: dict[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        level = self._pick(*["away"] * 10, *["closed"] * 4, *["limited"] * 5, *["news"] * 2)
        if level != "away" or self._chance(20):
            made["level"] = level
        if level == "news":
            made["message"] = "A new number."
        if self._chance(15):
            made["detail"] = self._pick("full", "dates")
        if self._chance(30):
            start = date.fromisoformat(times["from"][:10])
            day = start + timedelta(days=self._pick(-30, -12, -5, -1, 0, 1, 3))
            made["announce"] = self._pick(day.isoformat(), *ANNOUNCEMENTS)
        if level != "news" and self._chance(45):
            made["catch_up"] = self._pick(*CATCH_UPS)
        if level != "news" and self._chance(60):
            made["replies_within"] = self._pick(*PROMISES)
        if self._chance(9):
            made["status"] = "cancelled"
        return made

    def _choose_cover(
        self,
        absence: dict[str, Any],
        services: list[dict[str, Any]],
        backups: list[dict[str, Any]],
    ) -> None:
        if services and self._chance(25):
            some = self._random.sample(services, self._random.randint(1, len(services)))
            absence["services"] = [each["id"] for each in some]
        if absence.get("level") == "news" or not backups:
            return
        people = [each["id"] for each in backups]
        if self._chance(20):
            absence["backup"] = self._pick("nobody", *people)
        elif self._chance(35):
            absence["cover"] = [
                self._cover(absence, people, services) for _ in range(self._pick(1, 2, 2, 3))
            ]

    def _cover(
        self, absence: dict[str, Any], people: list[str], services: list[dict[str, Any]]
    ) -> dict[str, Any]:
        made: dict[str, Any] = {"person": self._pick(*people)}
        start = date.fromisoformat(absence["from"][:10])
        days = sorted(self._random.sample(range(-1, 16), 2))
        if self._chance(45):
            made["from"] = self._some_moment(start + timedelta(days=days[0]))
        if self._chance(45):
            made["until"] = self._some_moment(start + timedelta(days=days[1]))
        if services and self._chance(35):
            some = self._random.sample(services, self._random.randint(1, len(services)))
            made["services"] = [each["id"] for each in some]
        return made

    def _some_moment(self, day: date) -> str:
        return f"{day} {self._pick(*CLOCKS)}" if self._chance(25) else day.isoformat()

    # Chance.

    def _near(self) -> date:
        """Return a day on or close to the day around which all is made; now and then a far one."""
        days = self._pick(0, 0, 0, -1, 1, -2, 2, -3, 3, -7, 7, -12, 10, 16, 25, 40, 120, 360)
        return self._around + timedelta(days=days)

    def _chance(self, percent: int) -> bool:
        return self._random.randrange(100) < percent

    def _pick(self, *choices: _Choice) -> _Choice:
        return self._random.choice(choices)


def without_problems(practice: Practice, moment: int) -> Practice:
    """Return a practice in which no `back` contradicts an `until`: that would stop a build."""
    absences = practice["away"]["away"]
    if not any("back" in each and "until" in each for each in absences):
        return practice
    naive = Naive(practice, moment, moment + DAY)
    kept = [
        {key: value for key, value in each.items() if key != "back"}
        if naive.day_between_until_and_back(each)
        else each
        for each in absences
    ]
    return {**practice, "away": {"away": kept}}
