package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that lead where they must not: plainly, mixed with harmless addresses, or only later. */
class EgressNamesTest {

  private final AtomicInteger hits = new AtomicInteger();
  private final Answers names = new Answers();
  private ServerSocket forbidden;

  @BeforeEach
  void listen() throws IOException {
    forbidden = new ServerSocket();
    forbidden.bind(new InetSocketAddress("::", 0));
    Thread.ofVirtual()
        .start(() -> {
          while (!forbidden.isClosed()) {
            try (Socket _ = forbidden.accept()) {
              hits.incrementAndGet();
            } catch (IOException _) {
              return;
            }
          }
        });
  }

  @AfterEach
  void close() throws IOException {
    forbidden.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1 ::1",
        "::1 127.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "10.0.0.1 127.0.0.1",
        "169.254.169.254 127.0.0.1",
        "fd00:ec2::254 ::1",
        "0.0.0.0",
        "::"
      })
  void areJudgedByEachAddressThatTheyLeadTo(String addresses) throws Exception {
    names.then(addresses);

    assertThat(call()).hasStackTraceContaining("The egress guard refused");
    assertThat(hits).hasValue(0);
  }

  @Test
  void areNotAskedAgainAfterTheyWereJudged() throws Exception {
    names.then("127.0.0.2").then("127.0.0.1");

    assertThat(call("127.0.0.1:*")).hasStackTraceContaining("127.0.0.2");
    assertThat(names.questions).hasValue(1);
    assertThat(hits).hasValue(0);
  }

  @Test
  void areJudgedAnewForEachConnection() throws Exception {
    names.then("127.0.0.1").then("127.0.0.2");

    assertThat(call("127.0.0.1:*")).as("reached, though nobody speaks HTTP").isNotNull();
    assertThat(hits).hasValue(1);
    assertThat(call("127.0.0.1:*")).hasStackTraceContaining("The egress guard refused");
    assertThat(hits).hasValue(1);
  }

  private Throwable call() throws IOException {
    return call("");
  }

  private Throwable call(String allow) throws IOException {
    var connections = new GuardedConnections(EgressPolicy.of(allow)).setDnsResolver(names).build();
    try (var client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .disableAutomaticRetries()
            .build()) {
      var request = new HttpGet("http://rebind.example:" + forbidden.getLocalPort());
      return catchThrowable(() -> client.execute(request, _ -> null));
    }
  }

  /** A name server that changes its mind. */
  private static final class Answers implements DnsResolver {

    private final Deque<List<String>> answers = new ArrayDeque<>();
    private final AtomicInteger questions = new AtomicInteger();

    Answers then(String addresses) {
      answers.add(Arrays.asList(addresses.split(" ")));
      return this;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      questions.incrementAndGet();
      var now = answers.size() > 1 ? answers.remove() : answers.element();
      return now.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
