package gilbench.bench.load;

import gilbench.bench.result.End;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient.ResponseReceiver;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Sends one kind of HTTP request. The sequence of steps is assembled once and subscribed to by each request. */
final class HttpCaller implements Caller {
    private static final String SERVER_TIMING = "Server-Timing";

    private final Mono<Reply> reply;
    private final Function<Reply, End> answered;
    private final Runnable abort;

    HttpCaller(ResponseReceiver<?> receiver, Function<Reply, End> answered, Runnable abort) {
        this.reply = reply(receiver);
        this.answered = answered;
        this.abort = abort;
    }

    /** One answer for each subscription. */
    static Mono<Reply> reply(ResponseReceiver<?> receiver) {
        return receiver.responseSingle((response, body) -> body.asString()
                .defaultIfEmpty("")
                .map(text -> new Reply(
                        response.status().code(), response.responseHeaders().get(SERVER_TIMING, ""), text)));
    }

    /** To be called when the request of this context is written. */
    static void sent(ContextView context) {
        context.<Flight>getOrEmpty(Flight.class).ifPresent(Flight::sent);
    }

    /** How a request ended that got no answer. */
    static End end(Throwable error) {
        return switch (error) {
            case ReadTimeoutException e -> End.CLIENT_TIMEOUT;
            case IOException e -> End.NOT_CONNECTED;
            default -> End.BAD_ANSWER;
        };
    }

    @Override
    public void call(Flight flight) {
        reply.subscribe(new Subscriber(flight));
    }

    @Override
    public void giveUp() {
        abort.run();
    }

    /** Tells a flight how its request ends. */
    private final class Subscriber implements CoreSubscriber<Reply> {
        private final Flight flight;
        private final Context context;

        Subscriber(Flight flight) {
            this.flight = flight;
            this.context = Context.of(Flight.class, flight);
        }

        @Override
        public Context currentContext() {
            return context;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Reply reply) {
            End end = answered.apply(reply);
            flight.ended(end, end == End.COMPLETED ? reply.budget() : Optional.empty());
        }

        @Override
        public void onError(Throwable error) {
            flight.ended(HttpCaller.end(error), Optional.empty());
        }

        @Override
        public void onComplete() {
            // a Mono ends with onNext here: the body defaults to the empty text
        }
    }
}
