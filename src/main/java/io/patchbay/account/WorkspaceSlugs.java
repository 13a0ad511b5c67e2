package io.patchbay.account;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Slug;
import java.util.Set;

/** Names of workspaces in addresses, which share the first place with pages of the server. */
public final class WorkspaceSlugs {

  private static final Set<String> RESERVED =
      Set.of(
          "account",
          "admin",
          "api",
          "assets",
          "health",
          "hooks",
          "invitation",
          "new",
          "oauth",
          "sample-api",
          "schemas",
          "setup",
          "sign-in",
          "sign-out",
          "vaadin",
          "workspaces");

  private WorkspaceSlugs() {}

  static void check(String slug) {
    Slug.check("slug", slug);
    if (RESERVED.contains(slug)) {
      throw new InvalidException("slug", "'" + slug + "' is an address of the server itself.");
    }
  }

  /** A name in addresses made of one for people: "Sales sync" becomes {@code sales-sync}. */
  public static String of(String name) {
    var slug = Slug.of(name, "workspace");
    return RESERVED.contains(slug) ? slug + "-1" : slug;
  }
}
