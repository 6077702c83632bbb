package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTest {
    @Test
    void readsOneServer() {
        var url = read("rediss://meg:hemmelig@redis.example:6390/2");
        assertThat(url.namesACluster()).isFalse();
        assertThat(url.namesSentinels()).isFalse();
        assertThat(url.uris()).singleElement().satisfies(uri -> {
            assertThat(uri.getHost()).isEqualTo("redis.example");
            assertThat(uri.getPort()).isEqualTo(6390);
            assertThat(uri.getDatabase()).isEqualTo(2);
            assertThat(uri.isSsl()).isTrue();
        });
    }

    @Test
    void readsSeveralSentinelsAsOneService() {
        var url = read("redis-sentinel://:hemmelig@a:26379,b,c:26380/0#innom");
        assertThat(url.namesACluster()).isFalse();
        assertThat(url.namesSentinels()).isTrue();
        assertThat(url.uris().get(0).getSentinelMasterId()).isEqualTo("innom");
        assertThat(url.uris().get(0).getSentinels().stream().map(uri -> uri.getHost() + ":" + uri.getPort()))
                .containsExactly("a:26379", "b:26379", "c:26380");
    }

    @Test
    void givesNodesOfAClusterTheFirstOnesSchemeAndPassword() {
        var url = read("rediss://:hemmelig@a:7000, b:7001,rediss://:annet@c:7002");
        assertThat(url.namesACluster()).isTrue();
        assertThat(url.uris()).allMatch(RedisURI::isSsl);
        assertThat(url.uris().stream().map(uri -> uri.getHost() + ":" + uri.getPort()))
                .containsExactly("a:7000", "b:7001", "c:7002");
        assertThat(url.uris().stream()
                        .map(uri -> new String(uri.getCredentialsProvider()
                                .resolveCredentials()
                                .block()
                                .getPassword())))
                .containsExactly("hemmelig", "hemmelig", "annet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "http://hemmelig@a", "redis-sentinel://hemmelig@a,b", "redis://"})
    void saysWhatAUrlLooksLikeWithoutQuotingTheSecret(String wrong) {
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(RedisMissingException.class)
                .hasMessageContaining("redis://host:port")
                .hasMessageNotContaining("hemmelig");
    }

    private static RedisUrl read(String url) {
        return RedisUrl.read(url, Duration.ofSeconds(1));
    }
}
