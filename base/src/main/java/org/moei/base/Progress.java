package org.moei.base;

/**
 * Where long work says how far it is and asks whether to stop. Implementations must be cheap enough to be called for
 * every row and safe to call from several threads.
 */
public interface Progress {

    /** Begins a stage.
     *
     * @param name a message key or short English name
     * @param total units of work expected, or -1 where unknown
     */
    void stage(String name, long total);

    /** Adds to what is done of the current stage. */
    void advance(long units);

    /** Whether whoever started the work wants it to end; checked at least once a second. */
    boolean stopped();

    /** Says nothing, never stops. */
    Progress SILENT = new Progress() {
        @Override
        public void stage(String name, long total) {}

        @Override
        public void advance(long units) {}

        @Override
        public boolean stopped() {
            return false;
        }
    };
}
