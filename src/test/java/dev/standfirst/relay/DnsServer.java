package dev.standfirst.relay;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A DNS server over UDP on this machine that knows what a test tells it, and answers "no such name" to the rest. */
final class DnsServer implements AutoCloseable {

    private static final int A = 1;
    private static final int PTR = 12;
    private static final int MX = 15;
    private static final int TXT = 16;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, List<byte[]>> records = new HashMap<>();
    private volatile boolean silent;

    DnsServer() throws IOException {
        Thread thread = new Thread(this::serve, "dns");
        thread.setDaemon(true);
        thread.start();
    }

    Dns client() {
        return new Dns("dns://127.0.0.1:" + socket.getLocalPort());
    }

    /** From now on it refuses to answer. */
    void fail() {
        silent = true;
    }

    DnsServer txt(String name, String text) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 255) {
            byte[] part = text.substring(i, Math.min(text.length(), i + 255)).getBytes(StandardCharsets.US_ASCII);
            data.write(part.length);
            data.writeBytes(part);
        }
        return put(name, TXT, data.toByteArray());
    }

    DnsServer a(String name, String address) throws IOException {
        return put(name, A, InetAddress.getByName(address).getAddress());
    }

    DnsServer ptr(String reversed, String name) {
        return put(reversed, PTR, wire(name));
    }

    DnsServer mx(String name, String host) {
        byte[] wire = wire(host);
        return put(
                name,
                MX,
                ByteBuffer.allocate(wire.length + 2)
                        .putShort((short) 10)
                        .put(wire)
                        .array());
    }

    @Override
    public void close() {
        socket.close();
    }

    private DnsServer put(String name, int type, byte[] data) {
        records.computeIfAbsent(name.toLowerCase(Locale.ROOT) + " " + type, key -> new ArrayList<>())
                .add(data);
        return this;
    }

    private static byte[] wire(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String label : name.isEmpty() ? new String[0] : name.split("\\.")) {
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.write(0);
        return out.toByteArray();
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }

    private byte[] answer(ByteBuffer question) throws IOException {
        short id = question.getShort();
        question.position(12);
        int start = 12;
        StringBuilder name = new StringBuilder();
        for (int length = question.get(); length > 0; length = question.get()) {
            byte[] label = new byte[length];
            question.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        int type = question.getShort();
        question.getShort();
        byte[] asked = new byte[question.position() - start];
        question.position(start);
        question.get(asked);
        return answer(id, asked, name.toString().toLowerCase(Locale.ROOT), type);
    }

    private byte[] answer(short id, byte[] asked, String key, int type) throws IOException {
        List<byte[]> found = records.getOrDefault(key + " " + type, List.of());
        boolean known = records.keySet().stream().anyMatch(record -> record.startsWith(key + " "));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(id);
        out.writeShort(0x8180 | (silent ? 2 : known ? 0 : 3));
        out.writeShort(1);
        out.writeShort(silent ? 0 : found.size());
        out.writeInt(0);
        out.write(asked);
        for (byte[] data : silent ? List.<byte[]>of() : found) {
            out.writeShort(0xc00c);
            out.writeShort(type);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(data.length);
            out.write(data);
        }
        return bytes.toByteArray();
    }
}
