package org.moei.linkage.evidence;

import java.util.Arrays;

/** Groups of records: edges are taken likeliest first; an edge that would join groups that cannot be one person is left out. */
final class Clusters {
    private final int[] parent;

    Clusters(int records) {
        parent = new int[records];
        Arrays.setAll(parent, i -> i);
    }

    int find(int r) {
        int root = r;
        while (parent[root] != root) {
            root = parent[root];
        }
        int at = r;
        while (parent[at] != root) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    void join(int a, int b) {
        int x = find(a);
        int y = find(b);
        if (x < y) {
            parent[y] = x;
        } else {
            parent[x] = y;
        }
    }
}
