package io.patchbay.http;

import io.patchbay.common.InvalidException;
import io.patchbay.credential.Origin;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads a document that is named by its address, through the egress guard at each hop. Sends no
 * credentials, whatever is known of the server.
 */
@Component
public final class DocumentFetcher implements DisposableBean {

  /** Greatest size of a document, packed and unpacked. */
  public static final int MAX_BYTES = 32 * 1024 * 1024;

  /** The longest that reading one document may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int MOST_REDIRECTS = 5;
  private static final int CONNECT_MS = 5_000;
  private static final int ANSWER_MS = 30_000;

  private final CloseableHttpClient client;
  private final ServerProxy proxy;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

  DocumentFetcher(HttpClients clients, ServerProxy proxy) {
    this.client = clients.client();
    this.proxy = proxy;
    timer.setRemoveOnCancelPolicy(true);
  }

  /** As {@link #fetch(String, String, Duration)}, whatever was read before. */
  public FetchedDocument fetch(String url) {
    return fetch(url, null, PATIENCE);
  }

  /**
   * Reads the document.
   *
   * @param etag of what is known already; absent to read it in any case
   * @param patience how long it may take, redirects included; at most {@link #PATIENCE}
   * @throws InvalidException saying in one sentence why it cannot be had
   */
  public FetchedDocument fetch(String url, @Nullable String etag, Duration patience) {
    var longest = patience.compareTo(PATIENCE) < 0 ? patience : PATIENCE;
    var deadline = System.nanoTime() + longest.toNanos();
    var address = address(url);
    for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
      var hop = hop(address, etag, deadline);
      switch (hop) {
        case Hop.Here(var document) -> {
          return document;
        }
        case Hop.Elsewhere(var location) -> address = next(address, location);
      }
    }
    throw refused(
        "%s redirected more than %d times.".formatted(shown(address(url)), MOST_REDIRECTS));
  }

  @Override
  public void destroy() {
    timer.shutdownNow();
  }

  private static Address address(String url) {
    try {
      var uri = new URI(RedirectTarget.encoded(url.strip()));
      if (uri.getRawUserInfo() != null || (url.contains("@") && uri.getHost() == null)) {
        throw refused(
            "Leave user and password out of the address. A document that needs a sign-in is"
                + " downloaded and imported as a file.");
      }
      var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return Address.of(Origin.of(uri), path + query);
    } catch (URISyntaxException | IllegalArgumentException | InvalidException e) {
      if (e instanceof InvalidException refused
          && !refused.problems().getFirst().where().isEmpty()) {
        throw refused;
      }
      throw refused(
          "This is no address of a document; it looks like https://api.example.com/openapi.json.");
    }
  }

  private static Address next(Address from, String location) {
    var target =
        RedirectTarget.of(from, location)
            .orElseThrow(() ->
                refused("%s redirected to an address that cannot be read.".formatted(shown(from))));
    if (from.origin().scheme().equals("https") && target.origin().scheme().equals("http")) {
      throw refused(
          "%s redirected from https to http, which is not followed.".formatted(shown(from)));
    }
    return target;
  }

  private Hop hop(Address address, @Nullable String etag, long deadline) {
    var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0) {
      throw overdue(address);
    }
    var wire = request(address, etag, (int) Math.min(left, ANSWER_MS));
    var alarm = timer.schedule(wire::cancel, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    var phases =
        new Phases(
            Timeout.ofMilliseconds(Math.min(left, CONNECT_MS)),
            CONNECT_MS,
            proxy.way(address.host()));
    try (var response = client.executeOpen(address.host(), wire, phases)) {
      return read(address, response, wire);
    } catch (IOException e) {
      wire.cancel();
      throw System.nanoTime() >= deadline ? overdue(address) : failed(address, e);
    } finally {
      alarm.cancel(false);
    }
  }

  private static WireRequest request(Address address, @Nullable String etag, int answerMs) {
    var config =
        RequestConfig.copy(HttpClients.DEFAULTS)
            .setResponseTimeout(Timeout.ofMilliseconds(answerMs))
            .build();
    var wire = new WireRequest("GET", address.host(), address.path(), config);
    wire.addHeader("User-Agent", "Patchbay/1.0");
    wire.addHeader("Accept", "application/json, application/yaml, text/yaml, */*;q=0.5");
    wire.addHeader("Accept-Encoding", "gzip");
    if (etag != null) {
      wire.addHeader("If-None-Match", etag);
    }
    return wire;
  }

  private static Hop read(Address address, ClassicHttpResponse response, WireRequest wire)
      throws IOException {
    int status = response.getCode();
    String location = header(response, "Location");
    switch (status) {
      case 301, 302, 303, 307, 308 -> {
        if (location != null) {
          wire.cancel(); // its body is of no use
          return new Hop.Elsewhere(location);
        }
      }
      case 304 -> {
        return new Hop.Here(
            new FetchedDocument(url(address), new byte[0], null, header(response, "ETag"), true));
      }
      case 401, 403 ->
          throw refused(
              "%s answered %d: it wants a sign-in. Download the document and import the file."
                  .formatted(shown(address), status));
      default -> {}
    }
    if (status != 200) {
      wire.cancel();
      throw refused("%s answered %d; check the address.".formatted(shown(address), status));
    }
    var content =
        BodyReader.read(response.getEntity(), header(response, "Content-Encoding"), MAX_BYTES);
    return new Hop.Here(
        new FetchedDocument(
            url(address),
            content,
            header(response, "Content-Type"),
            header(response, "ETag"),
            false));
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static InvalidException failed(Address address, IOException e) {
    var shown = shown(address);
    var host = address.host().toHostString();
    return refused(
        switch (e) {
          case EgressRefused _ -> String.valueOf(e.getMessage());
          case BodyProblem _ -> "%s was not read. %s".formatted(shown, e.getMessage());
          case UnknownHostException _ -> "No name server knows '%s'.".formatted(host);
          case SSLException _ ->
              "There is no trusted connection to %s: %s.".formatted(host, e.getMessage());
          case SocketTimeoutException _ -> "%s did not answer in time.".formatted(shown);
          default -> "%s cannot be read: %s.".formatted(shown, e.getMessage());
        });
  }

  private static InvalidException overdue(Address address) {
    return refused(
        "%s took longer than it may, which is at most %d seconds."
            .formatted(shown(address), PATIENCE.toSeconds()));
  }

  private static InvalidException refused(String sentence) {
    return new InvalidException("url", sentence);
  }

  private static String url(Address address) {
    return address.origin() + address.path();
  }

  /** Without the query, which may hold a key. */
  private static String shown(Address address) {
    var path = address.path();
    var query = path.indexOf('?');
    return address.origin() + (query < 0 ? path : path.substring(0, query));
  }

  /** What one request led to. */
  private sealed interface Hop {

    record Here(FetchedDocument document) implements Hop {}

    record Elsewhere(String location) implements Hop {}
  }
}
