package io.patchbay.ui.webhooks;

import io.patchbay.flow.Trigger;
import io.patchbay.run.Run;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that is answered.
 *
 * @param flow slug of the flow that answers
 * @param flowName its name
 * @param version its live version
 * @param trigger the webhook in that version
 * @param address what others send to
 * @param last the flow's last run; absent when it never ran
 */
record Hook(
    String flow,
    String flowName,
    int version,
    Trigger.Webhook trigger,
    String address,
    @Nullable Run last) {

  private static final String HOOKS = "/hooks/";

  /** The address without the server, for lists, where all have the same. */
  String path() {
    return address.substring(address.indexOf(HOOKS));
  }

  /** The server's part of the address. */
  String server() {
    return address.substring(0, address.indexOf(HOOKS));
  }

  /** What the sender gets, in words. */
  String answer() {
    return switch (trigger.respond()) {
      case RESULT -> "The result";
      case ACCEPTED -> "202 at once";
    };
  }

  /** Whether the address, the flow or the trigger has {@code text} in its name. */
  boolean matches(String text) {
    String all = String.join("\n", address, flow, flowName, trigger.label());
    return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
