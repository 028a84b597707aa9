package org.moei.console.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.moei.console.layout.AlreadyLogged;
import org.moei.console.layout.Figure;
import org.moei.console.layout.Lanes;
import org.moei.foundation.access.Viewer;

/** The picture of the disruption wing. No person stands behind anything here. */
public interface PictureView {

    Home home(Viewer viewer);

    Sites sites(Viewer viewer);

    Optional<SitePage> site(Viewer viewer, String site);

    Supplies supplies(Viewer viewer);

    Networks networks(Viewer viewer);

    List<Claims> claims(Viewer viewer);

    /** Adds a claim beside the others; none is replaced. */
    void claim(Viewer viewer, NewClaim claim);

    /** A claim as typed in. */
    record NewClaim(String subject, String kind, String value, String counts, String says, String when, String source, String grade) {}

    /** A claim: who says what, when, and whether we have read the text. */
    record Claim(String value, String counts, String says, String when, String source, String grade, boolean read) {}

    /** Claims about one question, never added or averaged. */
    record Claims(String key, String question, String note, List<Claim> claims) {}

    /** A statement that crossed the gate. */
    record GateStatement(String when, String place, String practice, String words, String until) {}

    /** What crossed the gate; counts under ten are not shown. */
    record Gate(String summary, List<GateStatement> statements) {}

    /** A site in the list; precision is a township at most. */
    record Site(String id, String name, String township, String country, String runs, String activities, String held, String state, double latitude, double longitude, String precision) {}

    /** The sites page. */
    record Sites(List<Site> sites, String note) implements AlreadyLogged {}

    /** The page of a site. */
    record SitePage(Site site, List<Claims> claims, List<String> links, List<Dated> history) implements AlreadyLogged {}

    /** A supply point. */
    record Point(int number, String name, String leads, String buyer, String measure, String substitute, String harm, String source) {}

    /** The supplies page. */
    record Supplies(List<Point> points, LocalDate first, LocalDate last, List<Lanes.Lane> lanes, String note) {}

    /** Something dated, with its source. */
    record Dated(String when, String who, String what, String source) {}

    /** A gang, company or armed group. */
    record Network(String id, String name, String kind, String where, String links, String sanctioned) {}

    /** The networks page. */
    record Networks(List<Network> networks, List<Dated> sanctions, String note) implements AlreadyLogged {}

    /** The wing's home. */
    record Home(String subtitle, List<Figure> figures, Supplies supplies, List<Claims> claims, List<Dated> sanctions, Gate gate) {}
}
