package io.patchbay.http;

import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One or several keys in headers, query parameters and cookies. */
final class ApiKeyAuthenticator implements Authenticator<Auth.ApiKey> {

  private static final String MAIN = "value";

  private final UsedSecrets secrets;

  ApiKeyAuthenticator(LiveSecrets secrets) {
    this.secrets = UsedSecrets.only(secrets);
  }

  @Override
  public Answer authenticate(
      Call call,
      Outgoing request,
      CallInterceptor.Next next,
      Auth.ApiKey auth,
      Credential credential) {
    secrets.in(call, credential);
    var keyed = request;
    for (var key : keys(auth)) {
      keyed = with(keyed, key, text(call, key, credential));
    }
    return next.proceed(call, keyed);
  }

  private static List<Auth.ApiKey.Key> keys(Auth.ApiKey auth) {
    var keys = new ArrayList<Auth.ApiKey.Key>();
    keys.add(new Auth.ApiKey.Key(auth.in(), auth.name(), auth.prefix(), MAIN));
    keys.addAll(auth.more());
    return keys;
  }

  private static String text(Call call, Auth.ApiKey.Key key, Credential credential) {
    var api = call.request().api().name();
    var secret =
        credential
            .secrets()
            .find(key.value())
            .orElseThrow(() ->
                CallRefused.configuration(
                    call.identity().isGuest()
                        ? "The credential that is shared with API '%s' has no value for the key '%s'. Ask its owners."
                            .formatted(api, key.name())
                        : "API '%s' sends '%s' of credential '%s' as '%s', but the credential has no such value. Add it there, or choose another."
                            .formatted(api, key.value(), credential.name(), key.name())));
    return key.prefix() == null ? secret.reveal() : key.prefix() + secret.reveal();
  }

  /** What somebody set by hand stays. */
  private static Outgoing with(Outgoing request, Auth.ApiKey.Key key, String text) {
    return switch (key.in()) {
      case HEADER ->
          request.headers().find(key.name().toLowerCase(Locale.ROOT)) == null
              ? request.withSecretHeader(key.name(), text)
              : request;
      case QUERY ->
          request.withAddress(
              request.address().withSecretQuery(key.name(), text, Authenticate.ORIGIN));
      case COOKIE ->
          request.withHeaders(
              Cookies.with(
                  request.headers(),
                  key.name() + "=" + PercentCode.encodeCookie(text),
                  Authenticate.ORIGIN));
    };
  }
}
