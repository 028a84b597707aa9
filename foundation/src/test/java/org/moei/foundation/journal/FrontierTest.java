package org.moei.foundation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.moei.foundation.Seeds;

class FrontierTest {
    /** The leaves of the test data that implementations of RFC 6962 share, as hex. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** The roots over the first 1 to 8 of them. */
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** The root as section 2.1 of RFC 6962 defines it, without any thought of speed. */
    private static byte[] naive(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Hash.sha256().digest();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.ofNode(naive(leaves.subList(0, split)), naive(leaves.subList(split, leaves.size())));
    }

    @Test
    void theRootsOfTheKnownVectorsAreRight() {
        Frontier frontier = Frontier.empty();
        assertThat(Hash.hex(frontier.root())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < LEAVES.size(); i++) {
            frontier.add(Hash.ofLeaf(HexFormat.of().parseHex(LEAVES.get(i))));
            assertThat(Hash.hex(frontier.root())).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void theEdgeAloneGivesTheRootThatTheWholeTreeGives() {
        Random random = Seeds.random("frontier");
        List<byte[]> leaves = new ArrayList<>();
        Frontier frontier = Frontier.empty();
        for (int i = 0; i < 300; i++) {
            byte[] leaf = Hash.ofLeaf(Seeds.bytes(random, random.nextInt(60)));
            leaves.add(leaf);
            frontier.add(leaf);
            assertThat(frontier.root()).isEqualTo(naive(leaves));
            if (random.nextBoolean()) {
                frontier = Frontier.decode(frontier.size(), frontier.encode());
            }
        }
        assertThat(frontier.size()).isEqualTo(300);
    }

    @Test
    void aCopyGrowsByItself() {
        Frontier one = Frontier.empty();
        one.add(Hash.ofLeaf(new byte[] {1}));
        Frontier other = one.copy();
        byte[] before = one.root();
        other.add(Hash.ofLeaf(new byte[] {2}));
        assertThat(one.root()).isEqualTo(before);
        assertThat(other.root()).isNotEqualTo(before);
    }

    @Test
    void anEdgeOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> Frontier.decode(3, new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }
}
