package org.moei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands link, score and find keep to their formats. */
class LinkageCommandsTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void linkWritesEachRecordOnceAndNamesWhatItRefuses() throws IOException {
        String list = file("list.csv", "id,name,birth_date\nb,Abebe Kebede,1998-03-04\na,Abebe Kebede,1998-03-04\nc,Wang Xiaoming,1985-11-30\na,Twice,\n");
        Path out = folder.resolve("clusters.csv");
        Path pairs = folder.resolve("pairs.csv");
        Path rejects = folder.resolve("rejects.csv");
        int exit = Main.run("link", list, "--out", out.toString(), "--pairs", pairs.toString(), "--rejects", rejects.toString(), "--stats", folder.resolve("s.json").toString());
        assertThat(exit).isEqualTo(1);
        assertThat(Files.readAllLines(out)).containsExactly("record_id,cluster_id", "b,a", "a,a", "c,c");
        assertThat(Files.readAllLines(pairs)).hasSize(2).anyMatch(l -> l.startsWith("a,b,0.9"));
        assertThat(Files.readString(rejects)).contains("doubled-id");
        assertThat(Files.readString(folder.resolve("s.json"))).contains("\"records\": 3", "estimated_pair_completeness", "stage_seconds");
    }

    @Test
    void aFileWithoutHeaderLeavesNoOutput() throws IOException {
        Path out = folder.resolve("clusters.csv");
        assertThat(Main.run("link", file("list.csv", "x,y\n1,2\n"), "--out", out.toString())).isEqualTo(2);
        assertThat(out).doesNotExist();
        assertThat(Main.run("link", folder.resolve("none.csv").toString(), "--out", out.toString())).isEqualTo(3);
        assertThat(Main.run("link", "--out", out.toString())).isEqualTo(2);
    }

    @Test
    void scoreAnswersEachPairTheSameWhicheverSideIsFirst() throws IOException {
        String a = "{\"schema\":\"Person\",\"properties\":{\"name\":[\"Ada Example\"],\"birthDate\":[\"1961-05-17\"]}}";
        String b = "{\"name\":\"Ada Exampel\",\"birth_date\":\"1961\"}";
        String pairs = file("pairs.jsonl", "{\"left\":" + a + ",\"right\":" + b + "}\n{\"left\":" + b + ",\"right\":" + a + "}\nnonsense\n");
        Path out = folder.resolve("scores.csv");
        assertThat(Main.run("score", "--pairs", pairs, "--out", out.toString())).isEqualTo(1);
        var lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).isEqualTo("row,probability,decision");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).substring(2)).isEqualTo(lines.get(2).substring(2));
    }

    @Test
    void findRanksFromOneAndMarksAlertsOfAScreening() throws IOException {
        String gallery = file("gallery.csv", "id,name,birth_date\ng1,Abebe Kebede,1998-03-04\ng2,Wang Xiaoming,1985-11-30\n");
        String queries = file("queries.csv", "name,birth_date\nAbebe Kebed,1998\n");
        Path out = folder.resolve("hits.csv");
        assertThat(Main.run("find", "--gallery", gallery, "--queries", queries, "--purpose", "screening", "--out", out.toString())).isZero();
        assertThat(Files.readAllLines(out).getFirst()).isEqualTo("query,rank,id,probability,alert");
        assertThat(Files.readAllLines(out).get(1)).startsWith("1,1,g1,").endsWith(",true");
    }
}
