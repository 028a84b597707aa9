package org.moei.console.watch;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.console.layout.AlreadyLogged;
import org.moei.console.layout.Names;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Grants;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.people.Erasure;
import org.moei.protection.people.Retention;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose time is over: how long each agency keeps, who is due, an extension with its reason, and the erasure. Nothing is erased by itself. */
@Controller
public final class RetentionPages {
    private static final int MOST = 200;

    private final Pages pages;
    private final Protection protection;
    private final Names names;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    /** Over the protection wing. */
    public RetentionPages(Pages pages, Protection protection, Names names, Ids ids, InstantSource clock, ZoneId zone) {
        this.pages = pages;
        this.protection = protection;
        this.names = names;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    /** A period, with the agency's name. */
    public record Period(Retention.Period period, String agency) {}

    /** Somebody or something that is due, by token or by the end of its random id. */
    public record Due(UUID record, String kind, String token, String agency, LocalDate on) {}

    /** The page. */
    public record Model(List<Period> periods, List<Due> due, boolean more, int unset, int shortest) implements AlreadyLogged {}

    /** What an erasure would do. */
    public record Planned(UUID record, String token, int records, long elsewhere) implements AlreadyLogged {}

    @Rule(Permission.PERSON_ERASE)
    @GetMapping("/retention")
    View retention(@AuthenticationPrincipal Viewer viewer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Retention retention = protection.retention();
        List<Period> periods = retention.periods(hand(viewer), today).stream().map(p -> new Period(p, names.of(p.agency()))).toList();
        List<Due> due = retention.due(hand(viewer), today, MOST).stream().map(d -> new Due(d.record(), d.kind().id(), token(d.record()), names.of(d.agency()), d.on())).toList();
        return pages.view("watch/retention", "retention.title", new Model(periods, due, due.size() == MOST, Retention.UNSET, Grants.SHORTEST_REASON));
    }

    private String token(UUID record) {
        return protection.roster().system().find(record).map(Entry::token).filter(t -> !t.isEmpty()).orElse("…" + record.toString().substring(24));
    }

    @Rule(Permission.PERSON_ERASE)
    @PostMapping("/retention/periods")
    String rule(@AuthenticationPrincipal Viewer viewer, @RequestParam String agency, @RequestParam String purpose, @RequestParam int days, RedirectAttributes redirect) {
        List<Retention.Period> known = protection.retention().periods(hand(viewer), LocalDate.ofInstant(clock.instant(), zone));
        if (known.stream().noneMatch(p -> p.agency().equals(agency.strip())) || known.stream().noneMatch(p -> p.purpose().equals(purpose.strip()))) {
            throw Authoriser.denied();
        }
        protection.people().keep(protection.retention().rule(hand(viewer), agency.strip(), purpose.strip(), days));
        return done(redirect, "retention.ruled", names.of(agency.strip()), days);
    }

    @Rule(Permission.PERSON_ERASE)
    @PostMapping("/retention/{record}/extend")
    String extend(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID record, @RequestParam String until, @RequestParam String reason, RedirectAttributes redirect) {
        protection.people().keep(protection.retention().extend(hand(viewer), record, day(until), reason));
        return done(redirect, "retention.extended", token(record), until);
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "retention-day", Texts.english().of("retention.no-day")).asException(e);
        }
    }

    /** By token, for one who asks to be erased before the time is over. */
    @Rule(Permission.PERSON_ERASE)
    @PostMapping("/erasures")
    String find(@AuthenticationPrincipal Viewer viewer, @RequestParam String token) {
        Entry entry = protection.roster().system().findByToken(token.strip().toUpperCase(Locale.ROOT).replace(' ', '-')).orElseThrow(() -> {
            protection.foundation().accessLog().denied(viewer, "erasure-plan", List.of());
            return Authoriser.denied();
        });
        return "redirect:/erasures/" + entry.id();
    }

    @Rule(Permission.PERSON_ERASE)
    @GetMapping("/erasures/{record}")
    View plan(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID record) {
        Erasure.Plan plan = protection.erasure().plan(hand(viewer), record);
        return pages.view("watch/erasure", "erasure.title", new Planned(record, token(record), plan.records().size(), plan.elsewhere()), token(record));
    }

    /** There is no way back, so the token is typed once more. */
    @Rule(Permission.PERSON_ERASE)
    @PostMapping("/erasures/{record}")
    String erase(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID record, @RequestParam String token, @RequestParam String reason, RedirectAttributes redirect) {
        if (!token.strip().equalsIgnoreCase(token(record))) {
            throw Problem.of(Problem.Kind.WRONG_USE, "erasure-token", Texts.english().of("erasure.other-token")).asException();
        }
        Erasure.Plan plan = protection.erasure().plan(hand(viewer), record);
        protection.erasure().erase(hand(viewer), plan, reason.strip()).forEach(protection.people()::keep);
        return done(redirect, "erasure.done", token(record), plan.records().size());
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }

    private static String done(RedirectAttributes redirect, String key, Object... words) {
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of(key, words));
        return "redirect:/retention";
    }
}
