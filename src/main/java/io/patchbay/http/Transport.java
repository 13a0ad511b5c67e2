package io.patchbay.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Sends one request through the egress guard and reads the answer; the end of the chain. */
final class Transport implements CallInterceptor {

  private final Connector connector;

  Transport(Connector connector) {
    this.connector = connector;
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    call.sending(request);
    if (call.isExpired() || Thread.currentThread().isInterrupted()) {
      return TransportFailures.beforeSending(call);
    }
    var host = request.address().host();
    var way = connector.way(call, host);
    call.goes(way);
    var left = Math.clamp(call.remaining().toMillis(), 1, Integer.MAX_VALUE);
    var phases =
        way.phases(
            Timeout.ofMilliseconds(Math.min(left, call.limits().connectMs())),
            Math.min(left, call.limits().tlsMs()));
    var wire = wireRequest(request, Math.min(left, call.limits().responseMs()));
    var received = new Received();
    call.flies(wire);
    try (var response = way.client().executeOpen(host, wire, phases)) {
      received.read(response, call);
      return received.answer(call);
    } catch (IOException e) {
      wire.cancel(); // what is left of the answer is not worth waiting for
      return TransportFailures.of(e, call, request, phases, received.status);
    } finally {
      call.flies(null);
      call.lacksCertificate(
          call.identity().certificate() == null && phases.wasAskedForCertificate());
      call.took(phases.timings(received.status != null));
    }
  }

  private static WireRequest wireRequest(Outgoing request, int responseMs) {
    var address = request.address();
    var wire = new WireRequest(request.verb(), address.host(), address.path(), config(responseMs));
    for (var line : request.headers()) {
      wire.addHeader(line.name(), line.value());
    }
    var body = request.body();
    if (body != null) {
      wire.setEntity(new ByteArrayEntity(body.bytes(), null));
    }
    return wire;
  }

  private static RequestConfig config(int responseMs) {
    return RequestConfig.copy(HttpClients.DEFAULTS)
        .setResponseTimeout(Timeout.ofMilliseconds(responseMs))
        .build();
  }

  /** What has been read so far, also when reading fails half-way. */
  private static final class Received {

    private @Nullable Integer status;
    private Map<String, String> headers = Map.of();
    private byte[] body = new byte[0];

    void read(ClassicHttpResponse response, Call call) throws IOException {
      status = response.getCode();
      headers = headers(response);
      body =
          BodyReader.read(
              response.getEntity(),
              headers.get("content-encoding"),
              call.limits().maxResponseBytes());
    }

    Answer answer(Call call) {
      var contentType = headers.get("content-type");
      var parsed = BodyParser.parse(body, contentType);
      var redactor = call.redactor();
      var echoes = redactor.occursIn(body);
      headers.replaceAll((_, value) -> redactor.redact(value));
      return new Answer(
          status,
          headers,
          echoes ? redactor.redact(parsed.value()) : parsed.value(),
          contentType,
          body.length,
          parsed.failure(),
          Attempt.Outcome.KNOWN_STATUS,
          false);
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
      var all = new LinkedHashMap<String, String>();
      for (var header : response.getHeaders()) {
        var value = header.getValue() == null ? "" : header.getValue();
        all.merge(header.getName().toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b);
      }
      return all;
    }
  }
}
