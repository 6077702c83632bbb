package no.innom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import no.innom.Browser;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.Test;

/** What a visitor sees when the person they talk with loses the connection. */
class HolderLostIT {
    @Test
    void isToldToWaitALittleAndSeesThePersonComeBack() {
        try (var browser = Browser.launch();
                var server = Server.start("INNOM_DUTY_LEASE", "PT12S")) {
            var cookie = Client.cookie(server, "vakt", server.password());
            try (var page = ChatPage.open(browser, server, "").begin()) {
                var staff = Client.staff(server, cookie);
                staff.await("board");
                staff.send("duty", "on", true, "id", "d");
                staff.await("ok", "d");
                page.at("#human").click();
                staff.await("waiting");
                staff.send("claim", "id", "c");
                var chat = staff.await("claimed", "c").path("chat").asText();
                assertThat(page.at("#state")).hasText("Du snakker med Vakt.");
                staff.drop();
                assertThat(page.at("#state"))
                        .hasText("Vakt har mistet nettet. Vent litt. Ingenting du skriver, blir borte.");
                page.picture("person-lost");
                try (var again = Client.staff(server, cookie)) {
                    again.await("board");
                    assertThat(page.at("#state")).hasText("Du snakker med Vakt.");
                    again.send("say", "chat", chat, "id", "s", "text", "Der var jeg igjen.");
                    again.await("ack", "s");
                }
                page.mustShutNobodyOut();
            }
        }
    }
}
