package org.moei.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifth lesson, about mark-up: what a reader would see and where it leads is found; a text that only quotes mark-up stays a text. */
class D02_PagesMailAndExportsAreReadTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    @Test
    void aPageGivesItsWordsAndItsLinks() throws IOException {
        Path page = file("page.html", """
                <!doctype html><html><head><title>Jade</title><script>var hidden = "https://script-only.top/x";</script></head><body>
                <p>Add <b>Tele</b>gram <i>@gold_</i>desk7</p><a href="https://jade-desk.top/start">start here</a>
                <form action="https://collect-desk.top/in"><input value="jade_mail@collect-desk.top"></form>
                <a href="/local/help">help</a></body></html>
                """);
        assertThat(Reads.of(page)).containsExactly(
                "page.html [html] telegram gold_desk7",
                "page.html [html] url https://jade-desk.top/start", "page.html [html] domain jade-desk.top",
                "page.html [html] email jade_mail@collect-desk.top", "page.html [html] domain collect-desk.top",
                "page.html [html] url https://collect-desk.top/in", "page.html [html] domain collect-desk.top");
    }

    @Test
    void theOffsetCountsInTheExtractedText() throws IOException {
        Path page = file("page.htm", "<html><body><div>😀 one</div><div>see <a href='https://jade-desk.top/'>it</a></div></body></html>");
        String text = Reads.text(page);
        List<Hit> hits = new ArrayList<>();
        Extractor extractor = Extractor.ofAllTypes();
        new Documents((source, piece) -> extractor.extract(piece.text()).forEach(h -> hits.add(h.shifted(piece.offset()))), problem -> { }).read(page.toString());
        assertThat(hits).hasSize(2).allSatisfy(hit -> {
            int from = text.offsetByCodePoints(0, (int) hit.offset());
            assertThat(text.substring(from, text.offsetByCodePoints(from, hit.length()))).isEqualTo(hit.text());
        });
    }

    @Test
    void aTextThatQuotesAPageOrAMailIsAText() throws IOException {
        assertThat(Reads.of(file("quoted.txt", "<html><a href=\"https://jade-desk.top/a\">x</a>"))).contains("quoted.txt url https://jade-desk.top/a");
        assertThat(Reads.of(file("mail.txt", "From: desk@jade-desk.top\n\nhello"))).contains("mail.txt email desk@jade-desk.top");
    }

    @Test
    void jsonGivesItsValuesBesideTheirNames() throws IOException {
        assertThat(Reads.of(file("case.json", "{\"id\": 7, \"line\": 120045, \"contact\": {\"platform\": \"telegram\", \"handle\": \"@gold_desk7\"}, \"site\": \"https:\\/\\/jade-desk.top\\/\\u0061\"}")))
                .containsExactly("case.json [json] telegram gold_desk7", "case.json [json] url https://jade-desk.top/a", "case.json [json] domain jade-desk.top");
        assertThat(Reads.of(file("two.jsonl", "{\"a\": \"jade-desk.top\"}\n{\"a\": \"gold-desk.top\"}\n"))).containsExactly("two.jsonl [json] domain jade-desk.top", "two.jsonl [json] domain gold-desk.top");
        assertThat(Reads.of(file("broken.json", "{\"a\": \"jade-desk.top\", ")).getFirst()).isEqualTo("broken.json domain jade-desk.top");
    }

    @Test
    void aTableSaysWhatItsColumnsAre() throws IOException {
        assertThat(Reads.of(file("list.csv", "name,telegram,note\nA,@gold_desk7,\"two\nlines, see jade-desk.top\"\n"))).containsExactly("list.csv [csv] telegram gold_desk7", "list.csv [csv] domain jade-desk.top");
        assertThat(Reads.of(file("plain.csv", "jade-desk.top;1\ngold-desk.top;2\n"))).containsExactly("plain.csv [csv] domain jade-desk.top", "plain.csv [csv] domain gold-desk.top");
        assertThat(Reads.of(file("open.csv", "a,b\n\"never closed, jade-desk.top"))).containsExactly("open.csv [csv] domain jade-desk.top");
    }

    @Test
    void aMessageGivesItsPartsAndItsAttachmentIsAMember() throws IOException {
        assertThat(Reads.of(Reads.resource(folder, "message.eml"))).containsExactly(
                "message.eml [mail] email desk@jade-desk.top", "message.eml [mail] domain jade-desk.top",
                "message.eml [mail] email ana@example.org", "message.eml [mail] domain example.org",
                "message.eml [mail] line jade_desk88", "message.eml [mail] wechat jin_88888", "message.eml [mail] telegram jade_vip01",
                "message.eml!/付款.txt.gz [gzip] telegram gold_desk7",
                "message.eml!/付款.txt.gz [gzip] url https://jade-desk.top/start", "message.eml!/付款.txt.gz [gzip] domain jade-desk.top");
    }

    @Test
    void aMailboxIsReadMessageByMessage() throws IOException {
        assertThat(Reads.of(Reads.resource(folder, "two.mbox"))).contains(
                "two.mbox!/1.eml [mail] whatsapp +855971234567", "two.mbox!/2.eml [mail] domain jade-desk.top", "two.mbox!/2.eml [mail] email a1@example.org");
    }

    @Test
    void anExportOfTelegramPutsItsMessagesTogether() throws IOException {
        Path export = file("result.json", """
                {"name": "Desk", "type": "personal_chat", "id": 71, "messages": [
                 {"id": 1, "type": "message", "date": "2025-02-12T09:00:00", "from": "A", "from_id": "user71",
                  "text": ["add LINE: ", {"type": "bold", "text": "jade_desk88"}, " or ", {"type": "text_link", "text": "here", "href": "https://jade-desk.top/a"}],
                  "text_entities": [{"type": "plain", "text": "add LINE: "}, {"type": "bold", "text": "jade_desk88"}]},
                 {"id": 2, "type": "message", "text": "me: gold-desk.top", "text_entities": [{"type": "link", "text": "gold-desk.top"}]}]}
                """);
        assertThat(Reads.of(export)).containsExactly("result.json [telegram] line jade_desk88", "result.json [telegram] url https://jade-desk.top/a",
                "result.json [telegram] domain jade-desk.top", "result.json [telegram] domain gold-desk.top");
    }

    @Test
    void chatsOfWhatsAppAndLineAreTexts() throws IOException {
        assertThat(Reads.of(file("_chat.txt", "[12/02/2025, 09:00:11] +66 81 234 5678: \u200Ehello\n[12/02/2025, 09:01:00] Desk: see jade-desk.top\n")))
                .containsExactly("_chat.txt phone +66812345678", "_chat.txt domain jade-desk.top");
        assertThat(Reads.of(file("[LINE]Chat.txt", "[LINE] Chat history with Desk\nSaved on: 2025/02/12 09:00\n\n2025/02/12(Wed)\n09:00\tDesk\tjade-desk.top\n")))
                .containsExactly("[LINE]Chat.txt domain jade-desk.top");
    }

    @Test
    void linesAreReadAsTheyAreWhereEachIsAText() throws IOException {
        List<String> texts = new ArrayList<>();
        new Documents((source, piece) -> texts.add(source.decoder().orElse("none")), problem -> { }, true, Documents.Steps.NONE).read(file("a.json", "{\"a\": 1}\n").toString());
        assertThat(texts).containsExactly("none");
    }
}
