package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KeysAndBytesTest {
    private static final RedisCodec<String, byte[]> PUT_TOGETHER =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    @Property
    void areWrittenAsByLettucesOwnCodecs(@ForAll String key, @ForAll byte[] value) {
        assertThat(written(new KeysAndBytes(), key, value)).isEqualTo(written(PUT_TOGETHER, key, value));
    }

    private static String written(RedisCodec<String, byte[]> codec, String key, byte[] value) {
        var buffer = Unpooled.buffer();
        new CommandArgs<>(codec).addKey(key).addValue(value).add(key).add(7).encode(buffer);
        return ByteBufUtil.hexDump(buffer);
    }
}
