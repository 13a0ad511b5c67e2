package io.patchbay.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What only its owners may say in customizations and headers of a shared API: which of their
 * secrets are used, and which site of a server is meant.
 */
record OwnersCustomizations(List<Customization> secrets, List<String> hosts) {

  static OwnersCustomizations of(Map<String, String> headers, List<Customization> customizations) {
    var secrets = new ArrayList<Customization>();
    var hosts = new ArrayList<String>();
    hosts(headers, hosts);
    for (var one : customizations) {
      switch (one) {
        case Customization.Credential _, Customization.ClientCertificate _, Customization.Sign _ ->
            secrets.add(one.withName(null));
        case Customization.Headers it -> {
          hosts(it.set(), hosts);
          hosts(it.append(), hosts);
        }
        default -> {}
      }
    }
    return new OwnersCustomizations(List.copyOf(secrets), List.copyOf(hosts));
  }

  static OwnersCustomizations of(Api api) {
    return of(api.headers(), api.customizations());
  }

  static OwnersCustomizations of(ApiMethod method) {
    return of(method.headers(), method.customizations());
  }

  /** Nothing of the kind. */
  static OwnersCustomizations none() {
    return new OwnersCustomizations(List.of(), List.of());
  }

  private static void hosts(Map<String, String> headers, List<String> hosts) {
    headers.forEach((name, value) -> {
      if (name.equalsIgnoreCase("host")) {
        hosts.add(value);
      }
    });
  }
}
