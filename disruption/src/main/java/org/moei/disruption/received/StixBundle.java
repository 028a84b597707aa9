package org.moei.disruption.received;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moei.base.Uuid7;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.threats.WatchItem;
import org.moei.foundation.journal.Json;

/** Watch items as STIX 2.1 indicators (OASIS, section 4.7); a recalled one has {@code revoked} true under the same id, so that whoever has it drops it. */
final class StixBundle {
    private static final Instant NAMED = Instant.parse("2025-01-01T00:00:00Z");

    private StixBundle() {}

    static byte[] of(String statement, List<Entry<WatchItem>> items, boolean recalled) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Entry<WatchItem> item : items) {
            Map<String, Object> indicator = new LinkedHashMap<>();
            indicator.put("type", "indicator");
            indicator.put("spec_version", "2.1");
            indicator.put("id", "indicator--" + Uuid7.named(NAMED, "stix " + item.record()));
            indicator.put("created", NAMED.toString());
            indicator.put("modified", item.happened().plusMillis(recalled || item.withdrawn() ? 1 : 0).toString());
            indicator.put("pattern_type", "stix");
            indicator.put("pattern", pattern(item.content()));
            indicator.put("valid_from", NAMED.toString());
            indicator.put("revoked", recalled || item.withdrawn());
            objects.add(indicator);
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + Uuid7.named(NAMED, "stix bundle " + statement));
        bundle.put("objects", objects);
        return Json.write(bundle);
    }

    private static String pattern(WatchItem item) {
        String value = item.value().replace("\\", "\\\\").replace("'", "\\'");
        return switch (item.type()) {
            case "domain", "onion" -> "[domain-name:value = '" + value + "']";
            case "url" -> "[url:value = '" + value + "']";
            case "ipv4" -> "[ipv4-addr:value = '" + value + "']";
            case "ipv6" -> "[ipv6-addr:value = '" + value + "']";
            case "sha256" -> "[file:hashes.'SHA-256' = '" + value + "']";
            // STIX has no object for wallets and apps; the custom object keeps the type's own name.
            default -> "[x-moei-" + item.type().replace('_', '-') + ":value = '" + value + "']";
        };
    }
}
