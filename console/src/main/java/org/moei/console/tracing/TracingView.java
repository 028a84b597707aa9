package org.moei.console.tracing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.Shown;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Viewer;

/** Families who ask, and people who may be the ones they ask for. */
public interface TracingView {

    Requests requests(Viewer viewer, String after);

    Optional<RequestPage> request(Viewer viewer, UUID request);

    /** Keeps what was told to the family; only what the person allows. */
    void tell(Viewer viewer, UUID request, UUID person);

    /** A request in the list. */
    record Line(UUID id, String number, String asked, String nationality, String state, String waits) {}

    /** The list. */
    record Requests(List<Line> lines, long total, long found, long told, String next) {}

    /** Somebody who may be the one asked for; their consent to tell the family decides. */
    record Candidate(UUID person, String token, String why, String probability, String consent, boolean mayTell, boolean told) {}

    /** A request. */
    record RequestPage(UUID id, String number, Written name, List<String> known, String relation, List<Candidate> candidates, String note)
            implements Shown {
        @Override
        public List<UUID> records() {
            return java.util.stream.Stream.concat(java.util.stream.Stream.of(id), candidates.stream().map(Candidate::person)).toList();
        }
    }
}
