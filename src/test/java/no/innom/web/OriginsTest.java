package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private final Origins origins = new Origins(List.of("https://Ungdom.example.no/", "http://localhost:3000"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # origin, host, the visitor's socket, the staff's
            , innom.example.no, true, false
            https://innom.example.no, innom.example.no, true, true
            https://INNOM.example.no, innom.example.no, true, true
            https://innom.example.no:8443, innom.example.no, false, false
            https://ungdom.example.no, innom.example.no, true, false
            https://ungdom.example.no.evil.example, innom.example.no, false, false
            https://evil.example, innom.example.no, false, false
            http://ungdom.example.no, innom.example.no, false, false
            http://localhost:3000, innom.example.no, true, false
            http://localhost:3001, innom.example.no, false, false
            null, innom.example.no, false, false
            https://, innom.example.no, false, false
            not an origin, innom.example.no, false, false
            https://user@innom.example.no, innom.example.no, false, false
            """, nullValues = "")
    void admitsOurOwnPagesAllowedOnesAndWhatIsNoBrowser(String origin, String host, boolean visitor, boolean staff) {
        assertThat(origins.admit(request(origin, host))).isEqualTo(visitor);
        assertThat(Origins.same(request(origin, host))).isEqualTo(staff);
    }

    private static HttpServerRequest request(String origin, String host) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                OriginsTest.class.getClassLoader(), new Class<?>[] {HttpServerRequest.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getHeader")) {
                        return args[0].toString().equals("Origin") ? origin : host;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
