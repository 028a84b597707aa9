package org.moei.disruption.sharing;

/** The Traffic Light Protocol 2.0 (FIRST, August 2022), from the least to the most restricted. */
public enum TrafficLight {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String label;

    TrafficLight(String label) {
        this.label = label;
    }

    /** As the protocol writes it. */
    public String label() {
        return label;
    }

    /** Whether something under this light may go to one who takes at most {@code ceiling}. */
    public boolean isWithin(TrafficLight ceiling) {
        return compareTo(ceiling) <= 0;
    }
}
