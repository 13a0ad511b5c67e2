package io.patchbay.trigger;

import io.patchbay.common.InvalidException;
import io.patchbay.engine.EngineBusyException;
import io.patchbay.engine.FlowEngine;
import io.patchbay.engine.RunHandle;
import io.patchbay.engine.StartRequest;
import io.patchbay.engine.TriggerData;
import io.patchbay.flow.PublishedFlow;
import io.patchbay.flow.Trigger.Webhook;
import io.patchbay.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Starts the flow behind a webhook, and answers as the webhook says. */
@Component
class WebhookReceiver {

  private static final Logger log = LoggerFactory.getLogger(WebhookReceiver.class);

  private final FlowEngine engine;
  private final Duration patience;

  WebhookReceiver(FlowEngine engine, @Value("${patchbay.webhook-patience:60s}") Duration patience) {
    this.engine = engine;
    this.patience = patience;
  }

  WebhookResponse receive(PublishedFlow flow, Webhook webhook, WebhookRequest request)
      throws RefusedRequest {
    var data =
        new TriggerData(
            WebhookBody.parse(request.body().bytes(), request.contentType()),
            request.headers(),
            request.query(),
            request.path(),
            request.verb());
    var start =
        new StartRequest(
            flow.workspace(),
            flow.id(),
            flow.slug(),
            flow.version(),
            flow.flow(),
            webhook.id(),
            webhook.environment(),
            data,
            List.of());
    try {
      return switch (webhook.respond()) {
        case ACCEPTED -> accepted(engine.startDurably(start).id(), flow);
        case RESULT -> result(engine.start(start), flow);
      };
    } catch (EngineBusyException e) {
      throw new RefusedRequest(busy(String.valueOf(e.getMessage())));
    } catch (InvalidException e) {
      log.error("The published flow '{}' cannot run: {}", flow.slug(), e.getMessage());
      throw new RefusedRequest(500, "The flow cannot run", "Its record says more.");
    }
  }

  /** The answer while there is too much to do. */
  static WebhookResponse busy(String detail) {
    return WebhookResponse.problem(503, "Try again later", detail, null).with("Retry-After", "2");
  }

  private WebhookResponse result(RunHandle run, PublishedFlow flow) throws RefusedRequest {
    try {
      return run.awaitAnswer(patience)
          .map(outcome -> Answers.of(outcome, run.id()))
          .orElseGet(() -> accepted(run.id(), flow))
          .with(WebhookResponse.RUN_ID, run.id().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedRequest(busy("The server is stopping."));
    }
  }

  private static WebhookResponse accepted(RunId run, PublishedFlow flow) {
    return WebhookResponse.json(202, Map.of("runId", run.toString()))
        .with("Location", "/api/v1/workspaces/%s/runs/%s".formatted(flow.workspaceSlug(), run))
        .with(WebhookResponse.RUN_ID, run.toString());
  }
}
