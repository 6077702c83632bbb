package no.innom.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import no.innom.Client;

/** The cable between a page and the server, to be pulled: between them stand real sockets on both sides. */
final class Cable {
    private final List<JsonNode> sent = new ArrayList<>();
    private Runnable hangUp = () -> {};
    private boolean cut;
    private boolean deaf;
    private String lost = "";
    private String refused = "";

    Cable(Page page) {
        page.routeWebSocket("**/ws/visitor", this::plug);
    }

    /** Nothing goes through any more, and whoever tries anew is turned away. */
    void cut() {
        cut = true;
        hangUp.run();
    }

    /** What the visitor sends arrives, what the server answers does not. */
    void loseAnswers() {
        deaf = true;
    }

    /** The server's next frame of this type is lost, and nobody notices. */
    void loseNext(String type) {
        lost = type;
    }

    /** The visitor's next message does not arrive; this error comes instead, as from a server without its store. */
    void refuseNext(String code) {
        refused = code;
    }

    void mend() {
        cut = false;
        deaf = false;
    }

    /** How often a frame of this type reached the server. */
    long sent(String type) {
        return sent.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .count();
    }

    /** The ids of the messages that reached the server, as often as they did. */
    List<String> said() {
        return sent.stream()
                .filter(frame -> frame.path("type").asText().equals("say"))
                .map(frame -> frame.path("id").asText())
                .toList();
    }

    private void plug(WebSocketRoute page) {
        if (cut) {
            goAway(page);
            return;
        }
        var server = page.connectToServer();
        page.onMessage(frame -> {
            var read = read(frame.text());
            if (!refused.isEmpty() && read.path("type").asText().equals("say")) {
                page.send(Client.JSON
                        .createObjectNode()
                        .put("type", "error")
                        .put("code", refused)
                        .put("text", "Ring 113 om det haster.")
                        .put("id", read.path("id").asText())
                        .put("retryAfterMs", 300)
                        .toString());
                refused = "";
                return;
            }
            sent.add(read);
            server.send(frame.text());
        });
        server.onMessage(frame -> {
            if (!lost.isEmpty() && read(frame.text()).path("type").asText().equals(lost)) {
                lost = "";
            } else if (!deaf) {
                page.send(frame.text());
            }
        });
        hangUp = () -> {
            hangUp = () -> {};
            goAway(page);
            server.close();
        };
    }

    private static void goAway(WebSocketRoute page) {
        page.close(new WebSocketRoute.CloseOptions().setCode(1001));
    }

    private static JsonNode read(String text) {
        try {
            return Client.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
