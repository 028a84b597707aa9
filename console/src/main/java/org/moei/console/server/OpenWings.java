package org.moei.console.server;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.moei.base.Ids;
import org.moei.console.audit.AuditPages;
import org.moei.console.audit.Logs;
import org.moei.console.gate.Keepers;
import org.moei.console.gate.ReceivedPages;
import org.moei.console.gate.TestimonyPages;
import org.moei.console.gate.Through;
import org.moei.console.home.Command;
import org.moei.console.home.HomePages;
import org.moei.console.home.Published;
import org.moei.console.layout.House;
import org.moei.console.layout.Names;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Permissions;
import org.moei.console.layout.ReadLog;
import org.moei.console.layout.Texts;
import org.moei.console.lists.Book;
import org.moei.console.lists.ListPages;
import org.moei.console.people.ArrivalPages;
import org.moei.console.people.CustodyPages;
import org.moei.console.people.Desk;
import org.moei.console.people.FilePages;
import org.moei.console.people.HealthPages;
import org.moei.console.people.PairPages;
import org.moei.console.people.Pairs;
import org.moei.console.people.PeoplePages;
import org.moei.console.people.Roll;
import org.moei.console.picture.Board;
import org.moei.console.picture.ObservationPages;
import org.moei.console.picture.PicturePages;
import org.moei.console.returning.ReturningPages;
import org.moei.console.returning.Returns;
import org.moei.console.screening.Cases;
import org.moei.console.screening.InterestPages;
import org.moei.console.screening.ScreeningPages;
import org.moei.console.signin.AccountPages;
import org.moei.console.signin.AccountPasskeys;
import org.moei.console.signin.AccountsPages;
import org.moei.console.signin.Site;
import org.moei.console.tracing.Families;
import org.moei.console.tracing.TracingPages;
import org.moei.console.watch.InterviewPages;
import org.moei.console.watch.OfficerPages;
import org.moei.console.watch.OutsidePages;
import org.moei.console.watch.RetentionPages;
import org.moei.disruption.Disruption;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Account;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.SessionRules;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;

/**
 * The console over open wings: one or both. What it is not given it does not serve; a host of the disruption wing has no
 * handler of the protection wing.
 */
public final class OpenWings {
    private final Optional<Protection> protection;
    private final Optional<Disruption> disruption;
    private final Operation operation;
    private final Ids ids;
    private final Doors doors;

    private OpenWings(Optional<Protection> protection, Optional<Disruption> disruption, Operation operation, Ids ids) {
        this.protection = protection;
        this.disruption = disruption;
        this.operation = operation;
        this.ids = ids;
        this.doors = new Doors(foundations(), operation.rehearsal());
    }

    /**
     * What the pages need to know besides the wings.
     *
     * @param name e.g. Myawaddy release 2025
     * @param rehearsal whether the people are invented
     * @param clock of the operation: in a rehearsal the evening that the simulation reached, else the real time
     * @param zone of the operation
     * @param places names of places by id; an id without a name shows as it is
     * @param names of agencies and parties
     * @param teams names of the screening teams
     * @param embassies who answers for a nationality (alpha-3), in words, or empty
     * @param published what others published
     */
    public record Operation(
            String name,
            boolean rehearsal,
            InstantSource clock,
            ZoneId zone,
            Map<String, String> places,
            Names names,
            List<String> teams,
            Function<String, String> embassies,
            Published published) {}

    /**
     * Starts to serve.
     *
     * @param wallClock real time, for sessions and rests of accounts
     */
    public static ConsoleServer serve(
            ConsoleOptions options, Optional<Protection> protection, Optional<Disruption> disruption, Operation operation, InstantSource wallClock, Ids ids) {
        OpenWings wings = new OpenWings(protection, disruption, operation, ids);
        return ConsoleServer.start(options, new ConsoleServer.Parts(
                wings.house(), wings.doors, wings.permissions(), Wings.navigation(protection.isPresent(), disruption.isPresent()), wings.log(), wallClock, ids, pages -> wings.handlers(pages, wallClock, options.site())));
    }

    private List<WingFoundation> foundations() {
        List<WingFoundation> foundations = new ArrayList<>();
        protection.ifPresent(wing -> foundations.add(wing.foundation()));
        disruption.ifPresent(wing -> foundations.add(wing.foundation()));
        return foundations;
    }

    private Optional<WingFoundation> of(Viewer viewer) {
        return foundations().stream().filter(wing -> wing.wing() == viewer.wing()).findFirst();
    }

    private Permissions permissions() {
        return (viewer, permission) -> of(viewer).map(wing -> wing.authoriser().permits(viewer, permission)).orElse(false);
    }

    private ReadLog log() {
        return new ReadLog() {
            @Override
            public void read(Viewer viewer, String what, Collection<UUID> records) {
                of(viewer).ifPresent(wing -> wing.accessLog().read(viewer, what, records));
            }

            @Override
            public void denied(Viewer viewer, String what) {
                of(viewer).ifPresent(wing -> wing.accessLog().denied(viewer, what, List.of()));
            }
        };
    }

    private List<Object> handlers(Pages pages, InstantSource wallClock, Site site) {
        List<Object> handlers = new ArrayList<>();
        InstantSource clock = operation.clock();
        ZoneId zone = operation.zone();
        protection.ifPresent(wing -> handlers.addAll(List.of(
                new HomePages(pages, new Command(wing, operation.published(), operation.names(), clock, zone, operation.rehearsal())),
                new ListPages(pages, new Book(wing, operation.names(), ids, clock, zone, operation.rehearsal())),
                new ArrivalPages(pages, new Desk(wing, ids, clock, zone), ids),
                new PeoplePages(pages, new Roll(wing, operation.names(), ids, clock, zone)),
                new FilePages(pages, wing, ids, clock),
                new PairPages(pages, new Pairs(wing, operation.names(), ids, clock)),
                new ScreeningPages(pages, new Cases(wing, ids, clock, operation.teams())),
                new ReturningPages(pages, new Returns(wing, ids, clock, zone, operation.embassies())),
                new TracingPages(pages, new Families(wing, ids, clock, zone)),
                new TestimonyPages(pages, new Keepers(wing, ids, clock, zone)))));
        protection.ifPresent(wing -> handlers.addAll(List.of(new HealthPages(pages, wing, ids, clock), new CustodyPages(pages, wing, operation.names(), ids, clock), new InterestPages(pages, wing, ids, clock), new OutsidePages(pages, wing, operation.names()), new InterviewPages(pages, wing), new OfficerPages(pages, wing), new RetentionPages(pages, wing, operation.names(), ids, clock, zone))));
        disruption.ifPresent(wing -> handlers.addAll(List.of(
                new PicturePages(pages, new Board(wing, ids, clock, zone)),
                new ObservationPages(pages, wing.observations(), ids, clock),
                new ReceivedPages(pages, new Through(wing, ids, clock, zone)))));
        SessionRules rules = SessionRules.of(operation.rehearsal());
        handlers.add(new AccountPages(pages, doors::of, rules, site));
        handlers.add(new AccountPasskeys(doors::of, site));
        handlers.add(new AccountsPages(pages, doors::of, rules, wallClock, operation.rehearsal()));
        handlers.add(new AuditPages(pages, new Logs(foundations(), operation.rehearsal())));
        return handlers;
    }

    private House house() {
        return new House() {
            @Override
            public String operation() {
                return operation.name();
            }

            @Override
            public String place(Viewer viewer) {
                if (viewer.places().isEmpty() || viewer.places().contains(Viewer.EVERYWHERE)) {
                    return Texts.english().of("layout.everywhere");
                }
                return String.join(", ", viewer.places().stream().sorted().limit(2).map(id -> operation.places().getOrDefault(id, id)).toList());
            }

            @Override
            public boolean rehearsal() {
                return operation.rehearsal();
            }

            @Override
            public Optional<String> openUntil() {
                boolean open = foundations().stream().allMatch(wing -> wing.vault().isOpen());
                return open ? Optional.of(Texts.english().of(operation.rehearsal() ? "layout.open-rehearsal" : "layout.open")) : Optional.empty();
            }

            @Override
            public boolean ready() {
                return !foundations().isEmpty();
            }

            @Override
            public InstantSource clock() {
                return operation.clock();
            }

            @Override
            public ZoneId zone() {
                return operation.zone();
            }

            @Override
            public Map<String, Long> waiting(Viewer viewer) {
                Map<String, Long> waiting = new HashMap<>();
                protection.filter(wing -> wing.foundation().wing() == viewer.wing()).ifPresent(wing -> {
                    if (viewer.role().permits(Permission.SCREENING_SEE)) {
                        waiting.put("screening", wing.roster().over(viewer, all -> all.filter(org.moei.console.people.PersonWords::isHere).filter(e -> !e.track(org.moei.protection.people.Track.SCREENING).isSettled()).count()));
                    }
                    if (viewer.role().permits(Permission.WATCH_SEE)) {
                        waiting.put("notices", wing.foundation().watch().unseen());
                    }
                    if (viewer.role().permits(Permission.ACCOUNTS_CONFIRM)) {
                        waiting.put("accounts-waiting", wing.foundation().accounts().list().stream().filter(Account::waits).count());
                    }
                    if (viewer.role().permits(Permission.PAIR_REVIEW)) {
                        waiting.put("pairs", (long) wing.samePerson().suggestions(viewer, org.moei.console.people.Pairs.MOST).size());
                    }
                });
                return waiting;
            }
        };
    }
}
