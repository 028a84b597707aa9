package org.moei.console.layout;

import java.util.Collection;
import java.util.UUID;

/** A model that shows content of records: their ids go to the access log before the page leaves. */
public interface Shown {
    Collection<UUID> records();
}
