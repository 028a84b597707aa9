package org.moei.console.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.moei.console.audit.AuditView;
import org.moei.console.layout.Figure;
import org.moei.console.layout.Lanes;
import org.moei.console.picture.PictureView;
import org.moei.foundation.access.Viewer;

/** A few published figures and one site, enough to look at every page of the disruption wing; and a log of two entries. */
final class SampleDisruption implements PictureView, AuditView {
    private static final String SITE = "kk-park";
    private final List<Claim> added = new ArrayList<>();

    @Override
    public Home home(Viewer viewer) {
        return new Home("day 57 of the cut-off",
                List.of(new Figure("Supply points cut", "5 of 5", "", "electricity, internet, fuel; since 5 February", "The Nation 40045928", "57 days", Optional.empty(), List.of()),
                        new Figure("Compounds", "30", "", "built for this, Thai border", "ASPI", "", Optional.empty(), List.of("27 in other accounts"))),
                supplies(viewer), claims(viewer), networks(viewer).sanctions(), new Gate("No statement has crossed yet.", List.of()));
    }

    @Override
    public Sites sites(Viewer viewer) {
        return new Sites(List.of(site()), "One site has no township that two sources agree on.");
    }

    private static Site site() {
        return new Site(SITE, "KK Park", "Myawaddy", "Myanmar", "several gangs under the Border Guard Force", "fake investment, call centre", "", "partly torn down", 16.69, 98.51, "township");
    }

    @Override
    public Optional<SitePage> site(Viewer viewer, String site) {
        return site.equals(SITE) ? Optional.of(new SitePage(site(), claims(viewer), List.of("Border Guard Force: holds the ground"), List.of())) : Optional.empty();
    }

    @Override
    public Supplies supplies(Viewer viewer) {
        return new Supplies(List.of(new Point(4, "Friendship Bridge 2, Mae Sot", "Myawaddy, Kayin", "Enova Grid Enterprise", "cut 5 February", "generators, solar, satellite", "pumps empty by 14:00", "The Nation 40045928")),
                LocalDate.of(2025, 2, 1), LocalDate.of(2025, 12, 12),
                List.of(new Lanes.Lane("Electricity from Thailand", false, List.of(new Lanes.Report(LocalDate.of(2025, 2, 5), "5 Feb: cut at five points, about 20 MW", Lanes.State.NOT_REPORTED))),
                        new Lanes.Lane("Solar", false, List.of(new Lanes.Report(LocalDate.of(2025, 7, 15), "July", Lanes.State.IN_USE))),
                        new Lanes.Lane("Harm to civilians", true, List.of(new Lanes.Report(LocalDate.of(2025, 2, 6), "Myawaddy’s pumps empty", Lanes.State.NOT_REPORTED)))), "");
    }

    @Override
    public Networks networks(Viewer viewer) {
        return new Networks(List.of(new Network("kna", "Karen National Army (was Border Guard Force)", "armed group", "Myawaddy", "holds the ground of KK Park", "US, 5 May 2025")),
                List.of(new Dated("5 May 2025", "US, OFAC", "Karen National Army, Saw Chit Thu, two sons", "OFAC")), "");
    }

    @Override
    public List<Claims> claims(Viewer viewer) {
        List<Claim> claims = new ArrayList<>(List.of(new Claim("up to 100,000", "people working in compounds along the Thai border", "Gen. Thatchai, Thai police", "March 2025", "Reuters copy", "C", true),
                new Claim("120,000", "the same figure, given to Interpol", "one text", "not dated", "", "F", false)));
        claims.addAll(added);
        return List.of(new Claims("captives", "How many people?", "not added, not averaged", claims));
    }

    @Override
    public void claim(Viewer viewer, NewClaim claim) {
        added.add(new Claim(claim.value(), claim.counts(), claim.says(), claim.when(), claim.source(), claim.grade(), true));
    }

    @Override
    public Log log(Viewer viewer, OptionalLong before, Optional<UUID> record) {
        return new Log(List.of(new Entry(2, SampleHouse.NOW, "screen", "MSDHS", "screener", "screening", "people/person", "shown", 1, List.of(SampleProtection.FIRST.toString())),
                new Entry(1, SampleHouse.NOW, "desk", "MoI", "reception", "reception", "page", "denied", 0, List.of())), OptionalLong.empty());
    }

    @Override
    public State state(Viewer viewer) {
        return new State(List.of(new Fact("Journal", "12,000 actions", "head signed a minute ago")));
    }
}
