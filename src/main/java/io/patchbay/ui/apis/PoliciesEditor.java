package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Policies;
import io.patchbay.api.PolicyParts;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How patient calls are and what they do about trouble, on an API, on a method or in a flow; an
 * empty field shows what holds then.
 */
public final class PoliciesEditor extends Div {

  private static final int BYTES_PER_KIB = 1_024;

  private final transient Consumer<@Nullable Policies> onChange;
  private transient Policies now;

  /**
   * The fields.
   *
   * @param policies what is said here; absent when nothing is
   * @param below what holds where nothing is said here
   * @param onChange gets all that is said here, or nothing
   */
  public PoliciesEditor(
      @Nullable Policies policies, Policies below, Consumer<@Nullable Policies> onChange) {
    this.onChange = onChange;
    this.now = policies == null ? Policies.NONE : policies;
    var usual = below.over(Policies.DEFAULTS);
    addClassName("pb-policies");
    add(
        group("Timeouts", "Milliseconds. The total holds for all tries, pages and the token.")
            .with(timeouts(usual)),
        group(
                "Retry",
                "Of calls that may be repeated; of any call that the API surely did not process.")
            .with(
                retries(usual),
                new RetryFields(
                    now.retry(), usual.retry(), retry -> change(parts -> parts.retry = retry))),
        group("Rate limit", "Shared by all flows and nodes; calls wait for their turn.")
            .with(
                new RateLimitFields(
                    now.rateLimit(),
                    usual.rateLimit(),
                    limit -> change(parts -> parts.rateLimit = limit))),
        group("Circuit breaker", "Leaves the API alone for a while when most calls fail.")
            .with(
                new BreakerFields(
                    now.circuitBreaker(),
                    usual.circuitBreaker(),
                    breaker -> change(parts -> parts.circuitBreaker = breaker))),
        group("Pages", "Fetches all pages of a list, and answers with all their items.")
            .with(
                new PaginationFields(
                    now.pagination(),
                    usual.pagination(),
                    pagination -> change(parts -> parts.pagination = pagination))));
  }

  private Component timeouts(Policies usual) {
    var fields = new NumberFields();
    fields.add("Connect within", "ms", now.connectMs(), usual.connectMs(), 1, 60_000);
    fields.add("TLS within", "ms", now.tlsMs(), usual.tlsMs(), 1, 60_000);
    fields.add("Answer within", "ms", now.responseMs(), usual.responseMs(), 1, 600_000);
    fields.add("All within", "ms", now.totalMs(), usual.totalMs(), 1, 3_600_000);
    fields.add(
        "Largest answer",
        "KiB",
        kib(now.maxResponseBytes()),
        kib(usual.maxResponseBytes()),
        1,
        100 * BYTES_PER_KIB);
    return fields.onChange(values ->
        change(parts -> {
          parts.connectMs = values.get(0);
          parts.tlsMs = values.get(1);
          parts.responseMs = values.get(2);
          parts.totalMs = values.get(3);
          var size = values.get(4);
          parts.maxResponseBytes = size == null ? null : size * BYTES_PER_KIB;
        }));
  }

  private Component retries(Policies usual) {
    var fields = new NumberFields();
    fields.add("Retries", "", now.retries(), usual.retries(), 0, 10);
    return fields.onChange(values -> change(parts -> parts.retries = values.getFirst()));
  }

  private void change(Consumer<PolicyParts> change) {
    now = now.with(change);
    onChange.accept(now.equals(Policies.NONE) ? null : now);
  }

  private static @Nullable Integer kib(@Nullable Integer bytes) {
    return bytes == null ? null : bytes / BYTES_PER_KIB;
  }

  private static Group group(String title, String hint) {
    return new Group(title, hint);
  }

  /** A heading and the fields below it. */
  private static final class Group extends Div {

    Group(String title, String hint) {
      addClassName("pb-policy-group");
      getElement().setAttribute("role", "group");
      getElement().setAttribute("aria-label", title);
      add(Look.span("pb-strong", title), Look.div("pb-hint", new Span(hint)));
    }

    Group with(Component... fields) {
      add(fields);
      return this;
    }
  }
}
