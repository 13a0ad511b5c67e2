package io.patchbay.api;

import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.credential.Auth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stays the owner's business when another workspace may edit an API: the servers that calls go
 * to and how they authenticate. Otherwise an editor could send the owner's secrets and data
 * elsewhere.
 */
final class OwnersPart {

  private static final String OWNERS_CUSTOMIZATIONS =
      "A customization that uses a credential or certificate, or the header Host,";

  private OwnersPart() {}

  /** The API as the other workspace is shown it: without the names of the owner's credentials. */
  static Api shown(Api api, @Nullable Share share) {
    return share == null
        ? api
        : api.with(parts -> {
          parts.auth = shown(api.auth(), share).withCredential(share.credential());
          parts.environments = withoutCredentials(api.environments());
          parts.tls = shown(api.tls(), share);
          parts.proxy = shown(api.proxy(), share);
        });
  }

  /** Where calls use what is the owner's, its names are nobody else's business. */
  private static Auth shown(Auth auth, Share share) {
    return auth instanceof Auth.ClientCertificate && share.withCredential()
        ? new Auth.ClientCertificate(null)
        : auth;
  }

  private static @Nullable Tls shown(@Nullable Tls tls, Share share) {
    return tls == null || !share.withCredential() ? tls : tls.with(null);
  }

  private static @Nullable Proxy shown(@Nullable Proxy proxy, Share share) {
    return proxy == null || !share.withCredential()
        ? proxy
        : new Proxy(proxy.url(), null, proxy.noProxy());
  }

  /**
   * The API as it is to be kept when the other workspace changes it.
   *
   * @param kept as it is now, the owner's credentials included
   * @throws InvalidException when it changes what is the owner's
   */
  static Api merged(Api kept, Share share, Api wanted) {
    var problems = new ArrayList<Problem>();
    if (!Addresses.server(wanted.baseUrl()).equals(Addresses.server(kept.baseUrl()))) {
      problems.add(problem("baseUrl", share, "The server in the address"));
    }
    if (!shown(wanted.auth(), share)
        .withCredential(null)
        .equals(shown(kept.auth(), share).withCredential(null))) {
      problems.add(problem("auth", share, "The authentication"));
    }
    if (!wanted.variables().equals(kept.variables())) {
      problems.add(problem("variables", share, "The variables"));
    }
    if (!withoutCredentials(wanted.environments())
        .equals(withoutCredentials(kept.environments()))) {
      problems.add(problem("environments", share, "What holds in environments"));
    }
    if (!OwnersCustomizations.of(wanted).equals(OwnersCustomizations.of(kept))) {
      problems.add(problem("customizations", share, OWNERS_CUSTOMIZATIONS));
    }
    if (!Objects.equals(shown(wanted.tls(), share), shown(kept.tls(), share))) {
      problems.add(problem("tls", share, "How connections are secured"));
    }
    if (!Objects.equals(shown(wanted.proxy(), share), shown(kept.proxy(), share))) {
      problems.add(problem("proxy", share, "The proxy"));
    }
    refuse(problems);
    return wanted.with(parts -> {
      parts.auth = kept.auth();
      parts.tls = kept.tls();
      parts.proxy = kept.proxy();
      parts.environments = kept.environments();
    });
  }

  /**
   * Checks the address of a method that the other workspace changes.
   *
   * @param before the method until now; absent for a new one
   * @throws InvalidException when it leads to another server
   */
  static void checkMethod(Api kept, Share share, @Nullable ApiMethod before, ApiMethod wanted) {
    refuse(methodProblems("", kept, share, before, wanted));
  }

  /** As {@link #checkMethod} for all methods of a document. */
  static void checkMethods(Api kept, Share share, List<ApiMethod> before, List<ApiMethod> wanted) {
    var byName = new LinkedHashMap<String, ApiMethod>();
    before.forEach(method -> byName.put(method.name(), method));
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < wanted.size(); i++) {
      var method = wanted.get(i);
      problems.addAll(
          methodProblems("methods[" + i + "].", kept, share, byName.get(method.name()), method));
    }
    refuse(problems);
  }

  private static List<Problem> methodProblems(
      String where, Api kept, Share share, @Nullable ApiMethod before, ApiMethod wanted) {
    var problems = new ArrayList<Problem>();
    String address = wanted.baseUrl();
    boolean isThere =
        address == null
            || (before != null && address.equals(before.baseUrl()))
            || Addresses.server(address).equals(Addresses.server(kept.baseUrl()));
    if (!isThere) {
      problems.add(problem(where + "baseUrl", share, "The server in the address"));
    }
    var usual = before == null ? OwnersCustomizations.none() : OwnersCustomizations.of(before);
    if (!OwnersCustomizations.of(wanted).equals(usual)) {
      problems.add(problem(where + "customizations", share, OWNERS_CUSTOMIZATIONS));
    }
    return problems;
  }

  private static Map<String, ApiEnvironment> withoutCredentials(Map<String, ApiEnvironment> all) {
    var shown = new LinkedHashMap<String, ApiEnvironment>();
    all.forEach(
        (name, one) -> shown.put(name, new ApiEnvironment(one.baseUrl(), null, one.variables())));
    return shown;
  }

  private static Problem problem(String where, Share share, String what) {
    return new Problem(
        where,
        "%s can be changed by workspace '%s' only, which shares the API. Ask its editors."
            .formatted(what, share.ownerSlug()));
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
  }
}
