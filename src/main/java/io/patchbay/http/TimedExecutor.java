package io.patchbay.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Notes when a request begins to leave and when its answer begins to arrive. Signs in at proxies,
 * and only there: a tunnel's CONNECT and what a proxy reads itself, nothing within a tunnel.
 */
final class TimedExecutor extends HttpRequestExecutor {

  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
  private static final int OK = 200;
  private static final int UNAUTHENTICATED = 407;

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback information,
      HttpContext context)
      throws IOException, HttpException {
    if (!(context instanceof Phases phases)) {
      return super.execute(request, connection, information, context);
    }
    var via = phases.via();
    if (via != null && request.getMethod().equals("CONNECT")) {
      return tunnel(via, request, connection, information, context);
    }
    var reader = via == null || phases.getHttpRoute().isTunnelled() ? null : via;
    if (reader != null && reader.authorization() != null) {
      request.setHeader(PROXY_AUTHORIZATION, reader.authorization());
    }
    phases.sendingStarts();
    var response = super.execute(request, connection, information, context);
    phases.answerStarts();
    if (reader != null && response.getCode() == UNAUTHENTICATED) {
      phases.notSentAfterAll();
      throw new ProxyRefused(reader, UNAUTHENTICATED);
    }
    return response;
  }

  /** A proxy's refusal must not be taken for the answer of the origin. */
  private ClassicHttpResponse tunnel(
      Via via,
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback information,
      HttpContext context)
      throws IOException, HttpException {
    if (via.authorization() != null) {
      request.setHeader(PROXY_AUTHORIZATION, via.authorization());
    }
    var response = super.execute(request, connection, information, context);
    if (response.getCode() != OK) {
      throw new ProxyRefused(via, response.getCode());
    }
    return response;
  }
}
