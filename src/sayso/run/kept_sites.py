"""What is known of sites, kept in the database from one run to the next."""

from sayso.read.visits import Memory, Site
from sayso.store import watching
from sayso.store.database import Database


class KeptSites:
    """Keeps what is known of sites in a database, and at hand what was asked for in this run."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._at_hand = Memory()

    def site(self, name: str) -> Site | None:
        """Return what is known of a site, None for nothing."""
        known = self._at_hand.site(name)
        if known is not None:
            return known
        row = watching.site(self._database, name)
        if row is None:
            return None
        found = Site(row.name, row.robots, row.robots_read, row.asked, row.closed)
        self._at_hand.keep(found)
        return found

    def keep(self, site: Site) -> None:
        """Keep what is known of a site, in place of what was."""
        self._at_hand.keep(site)
        row = watching.SiteRow(site.name, site.robots, site.robots_at, site.asked, site.closed)
        watching.put_site(self._database, row)
