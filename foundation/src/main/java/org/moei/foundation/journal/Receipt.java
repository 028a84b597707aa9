package org.moei.foundation.journal;

import java.util.UUID;

/**
 * What the journal answers after the commit.
 *
 * @param position where the action stands
 * @param isNew false where an action with this id already stood there
 */
public record Receipt(UUID action, long position, boolean isNew) {}
