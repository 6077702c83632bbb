package no.innom.redis;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A Redis that is not Innom's own: in a container where a Docker engine answers, else the one of this machine. */
final class OtherRedis implements AutoCloseable {
    private static final int PORT = 6379;

    private final String url;
    private final Runnable stop;

    private OtherRedis(String url, Runnable stop) {
        this.url = url;
        this.stop = stop;
    }

    /** Starts one. Where there is neither an engine nor a redis-server the test is skipped, and says so. */
    static OtherRedis start() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            var container = new GenericContainer<>(DockerImageName.parse("redis:7-alpine")).withExposedPorts(PORT);
            container.start();
            return new OtherRedis(
                    "redis://" + container.getHost() + ":" + container.getMappedPort(PORT), container::stop);
        }
        var redis = RedisProcess.start("appendonly no");
        return new OtherRedis("redis://" + redis.address(), redis::close);
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        stop.run();
    }
}
