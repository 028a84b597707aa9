package org.moei.indicators.internal.decode;

import java.io.IOException;

/** Reads one kind of source. */
interface Decoder {
    /** Gives the texts and members of the part to the run. Whatever it throws refuses the part alone. */
    void read(Part part, Run run) throws IOException;
}
