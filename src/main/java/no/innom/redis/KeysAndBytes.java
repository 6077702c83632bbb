package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.codec.ToByteBufEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;

/**
 * Keys are text, values bytes: as two of Lettuce's codecs put together, which would make a buffer for each of the thirty
 * parts of a command; these are written straight into the command.
 */
final class KeysAndBytes implements RedisCodec<String, byte[]>, ToByteBufEncoder<String, byte[]> {
    @Override
    public String decodeKey(ByteBuffer bytes) {
        return StringCodec.UTF8.decodeKey(bytes);
    }

    @Override
    public byte[] decodeValue(ByteBuffer bytes) {
        return ByteArrayCodec.INSTANCE.decodeValue(bytes);
    }

    @Override
    public ByteBuffer encodeKey(String key) {
        return ByteBuffer.wrap(key.getBytes(UTF_8));
    }

    @Override
    public ByteBuffer encodeValue(byte[] value) {
        return ByteBuffer.wrap(value);
    }

    @Override
    public void encodeKey(String key, ByteBuf to) {
        ByteBufUtil.writeUtf8(to, key);
    }

    @Override
    public void encodeValue(byte[] value, ByteBuf to) {
        to.writeBytes(value);
    }

    @Override
    public int estimateSize(Object part) {
        return part instanceof byte[] bytes ? bytes.length : ByteBufUtil.utf8Bytes(String.valueOf(part));
    }

    @Override
    public boolean isEstimateExact() {
        return true;
    }
}
