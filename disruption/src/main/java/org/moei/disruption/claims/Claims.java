package org.moei.disruption.claims;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.picture.Shown;
import org.moei.disruption.picture.Source;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Receipt;

/** Keeps claims and shows them side by side. */
public final class Claims {
    /** Figures said further apart than this may differ because the thing changed: our convention. */
    static final long DAYS_APART = 30;

    private final Picture picture;

    public Claims(Picture picture) {
        this.picture = picture;
    }

    /** Records a claim, or its next revision. */
    public Receipt record(Hand hand, Claim claim, long base) {
        return picture.keep(picture.record(hand, Claim.TYPE, claim, base));
    }

    /** Takes a claim back. */
    public Receipt withdraw(Hand hand, String key, String reason) {
        return picture.keep(picture.withdraw(hand, Claim.TYPE, picture.get(Claim.class, key), reason));
    }

    /** Records a question that claims are about. */
    public Receipt record(Hand hand, Subject subject, long base) {
        return picture.keep(picture.record(hand, Subject.TYPE, subject, base));
    }

    /** The question of a subject; its key in words where nobody wrote one. */
    public String question(String subject) {
        return picture.find(Subject.class, subject).map(entry -> entry.content().question()).orElse(subject.replace('-', ' '));
    }

    /** Forecasts and facts, each by subject. */
    public record ClaimsPage(List<ClaimGroup> facts, List<ClaimGroup> forecasts) {}

    /** The page of all claims. */
    public ClaimsPage page(Viewer viewer) {
        picture.require(viewer, Permission.CLAIMS_SEE);
        List<Entry<Claim>> claims = picture.list(Claim.class);
        picture.shown(viewer, "claims", claims);
        return new ClaimsPage(groups(claim -> !claim.forecast()), groups(Claim::forecast));
    }

    /** One subject with its claims. */
    public ClaimGroup subject(Viewer viewer, String subject) {
        picture.require(viewer, Permission.CLAIMS_SEE);
        ClaimGroup group = groups(claim -> claim.subject().equals(subject)).stream().findFirst().orElseThrow(org.moei.foundation.access.Authoriser::denied);
        picture.shown(viewer, "claim", group.claims().stream().map(Shown::entry).toList());
        return group;
    }

    /** Claims by subject, in order of subject, for pages that show them beside something else; whoever calls has asked and logs. */
    public List<ClaimGroup> groups(Predicate<Claim> which) {
        Map<String, Source> sources = picture.sources();
        Map<String, Map<String, List<Shown<Claim>>>> bySubject = new TreeMap<>();
        for (Entry<Claim> entry : picture.list(Claim.class)) {
            if (which.test(entry.content())) {
                bySubject.computeIfAbsent(entry.content().subject(), subject -> new TreeMap<>())
                        .computeIfAbsent(entry.content().definition(), definition -> new ArrayList<>())
                        .add(picture.show(entry, sources));
            }
        }
        List<ClaimGroup> groups = new ArrayList<>();
        bySubject.forEach((subject, byDefinition) -> {
            List<ClaimGroup.Defined> definitions = new ArrayList<>();
            byDefinition.forEach((definition, claims) -> definitions.add(new ClaimGroup.Defined(definition, claims.stream().sorted(OLDEST_FIRST).toList())));
            groups.add(new ClaimGroup(subject, List.copyOf(definitions), disagreements(definitions)));
        });
        return List.copyOf(groups);
    }

    private static final Comparator<Shown<Claim>> OLDEST_FIRST =
            Comparator.comparing((Shown<Claim> claim) -> claim.day().orElse(LocalDate.MAX)).thenComparing(Shown::key);

    private static List<ClaimGroup.Disagreement> disagreements(List<ClaimGroup.Defined> definitions) {
        List<ClaimGroup.Disagreement> found = new ArrayList<>();
        for (ClaimGroup.Defined defined : definitions) {
            figures(defined).ifPresent(found::add);
            found.addAll(origins(defined));
        }
        if (definitions.size() > 1) {
            found.add(new ClaimGroup.Disagreement(
                    ClaimGroup.Kind.DEFINITIONS_DIFFER,
                    definitions.stream().flatMap(defined -> defined.claims().stream()).map(Shown::key).toList(),
                    definitions.size() + " meanings stand here: not added, not averaged."));
        }
        return List.copyOf(found);
    }

    private static Optional<ClaimGroup.Disagreement> figures(ClaimGroup.Defined defined) {
        Set<String> keys = new LinkedHashSet<>();
        boolean apart = true;
        List<Shown<Claim>> claims = defined.claims();
        for (int i = 0; i < claims.size(); i++) {
            for (int j = i + 1; j < claims.size(); j++) {
                if (!claims.get(i).content().agreesWith(claims.get(j).content())) {
                    keys.add(claims.get(i).key());
                    keys.add(claims.get(j).key());
                    apart &= isApart(claims.get(i), claims.get(j));
                }
            }
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        List<String> figures = claims.stream().filter(claim -> keys.contains(claim.key())).map(claim -> claim.content().figure()).distinct().toList();
        String said = String.join(" and ", figures) + " for the same: " + defined.definition() + ".";
        return Optional.of(apart
                ? new ClaimGroup.Disagreement(ClaimGroup.Kind.FIGURES_DIFFER_OVER_TIME, List.copyOf(keys), said + " They are dated more than " + DAYS_APART + " days apart.")
                : new ClaimGroup.Disagreement(ClaimGroup.Kind.FIGURES_DIFFER, List.copyOf(keys), said));
    }

    private static boolean isApart(Shown<Claim> one, Shown<Claim> other) {
        return one.day().isPresent() && other.day().isPresent() && Math.abs(ChronoUnit.DAYS.between(one.day().get(), other.day().get())) > DAYS_APART;
    }

    /** One figure, one definition, and tellers who ascribe it to different origins. */
    private static List<ClaimGroup.Disagreement> origins(ClaimGroup.Defined defined) {
        Map<String, List<Shown<Claim>>> byFigure = new TreeMap<>();
        for (Shown<Claim> claim : defined.claims()) {
            if (claim.content().bound() != Claim.Bound.NO_FIGURE && !claim.content().attributedTo().isEmpty()) {
                byFigure.computeIfAbsent(claim.content().low() + "/" + claim.content().high(), figure -> new ArrayList<>()).add(claim);
            }
        }
        List<ClaimGroup.Disagreement> found = new ArrayList<>();
        for (List<Shown<Claim>> claims : byFigure.values()) {
            List<String> origins = claims.stream().map(claim -> claim.content().attributedTo()).distinct().toList();
            if (origins.size() > 1) {
                found.add(new ClaimGroup.Disagreement(
                        ClaimGroup.Kind.ORIGIN_DISPUTED,
                        claims.stream().map(Shown::key).toList(),
                        "One figure, ascribed to " + String.join(" and to ", origins) + "."));
            }
        }
        return found;
    }
}
