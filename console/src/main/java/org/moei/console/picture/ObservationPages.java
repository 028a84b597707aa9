package org.moei.console.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.moei.base.Ids;
import org.moei.console.layout.AlreadyLogged;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.disruption.observations.Answer;
import org.moei.disruption.observations.Input;
import org.moei.disruption.observations.Observations;
import org.moei.disruption.observations.Part;
import org.moei.disruption.observations.PermissibleActions;
import org.moei.disruption.observations.Process;
import org.moei.disruption.observations.Provenance;
import org.moei.disruption.observations.Question;
import org.moei.disruption.sharing.TrafficLight;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.indicators.IndicatorType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /observations: the collections, what is asked of them, and what is taken into them. Questions are posted, so that no value of anybody stands in an address. */
@Controller
public final class ObservationPages {
    private final Pages pages;
    private final Observations observations;
    private final Ids ids;
    private final InstantSource clock;

    public ObservationPages(Pages pages, Observations observations, Ids ids, InstantSource clock) {
        this.pages = pages;
        this.observations = observations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param term as it was asked, or empty
     */
    public record Model(List<Observations.Import> imports, Optional<Answer> answer, String term, String type, boolean mayImport, boolean mayPeople) implements AlreadyLogged {
        public List<String> types() {
            return Stream.of(IndicatorType.values()).map(IndicatorType::label).toList();
        }

        public List<String> processes() {
            return Stream.of(Process.values()).map(Process::id).toList();
        }

        public List<String> lights() {
            return Stream.of(TrafficLight.values()).map(TrafficLight::label).toList();
        }

        public List<String> actions() {
            return Stream.of(PermissibleActions.values()).map(PermissibleActions::label).toList();
        }

        public List<String> parts() {
            return Stream.of(Part.values()).map(Part::id).toList();
        }

        /** When a row was seen, as the source says it. */
        public static String seen(Answer.Row row) {
            String first = row.firstSeen().map(time -> time.toString().substring(0, 10)).orElse("");
            String last = row.lastSeen().map(time -> time.toString().substring(0, 10)).orElse("");
            return last.isEmpty() || first.equals(last) ? first : first + " – " + last;
        }
    }

    private View page(Viewer viewer, Optional<Answer> answer, String term, String type) {
        return pages.view("picture/observations", "observations.title", new Model(
                observations.imports(viewer), answer, term, type, pages.permits(viewer, Permission.COLLECTIONS_IMPORT), pages.permits(viewer, Permission.COLLECTIONS_PEOPLE)));
    }

    @Rule(Permission.COLLECTIONS_SEE)
    @GetMapping("/observations")
    View collections(@AuthenticationPrincipal Viewer viewer) {
        return page(viewer, Optional.empty(), "", "");
    }

    @Rule(Permission.COLLECTIONS_SEE)
    @PostMapping("/observations/question")
    View ask(@AuthenticationPrincipal Viewer viewer, @RequestParam String term, @RequestParam(defaultValue = "") String type) {
        return page(viewer, Optional.of(observations.ask(viewer, Question.of(type, term))), term, type);
    }

    @Rule(Permission.COLLECTIONS_SEE)
    @PostMapping("/observations/questions")
    ResponseEntity<byte[]> ask(@AuthenticationPrincipal Viewer viewer, @RequestParam MultipartFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Reader questions = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8); Writer answers = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            observations.answer(viewer, questions, answers);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"answers.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(out.toByteArray());
    }

    @Rule(Permission.COLLECTIONS_IMPORT)
    @PostMapping("/observations")
    String take(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultipartFile file,
            @RequestParam String collection,
            @RequestParam String source,
            @RequestParam String process,
            @RequestParam String grade,
            @RequestParam String tlp,
            @RequestParam String pap,
            @RequestParam String role,
            RedirectAttributes redirect) throws IOException {
        String name = String.valueOf(file.getOriginalFilename()).replaceAll(".*[/\\\\]|\\p{Cntrl}", "");
        Observations.Report report = observations.take(
                new Hand(viewer, ids, clock.instant(), "console"), Input.of(file.getBytes()), name.length() > 100 ? name.substring(0, 100) : name,
                Provenance.of(collection, source, process, grade, tlp, pap, role));
        String first = report.problems().isEmpty() ? "" : report.problems().getFirst().toString();
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("observations.taken", report.clear(), report.sealed(), report.refused()) + " " + first);
        return "redirect:/observations";
    }
}
