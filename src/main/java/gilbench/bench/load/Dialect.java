package gilbench.bench.load;

import gilbench.bench.result.End;
import gilbench.scenario.RequestProfile;
import io.netty.channel.Channel;
import java.net.URI;

/** Where a kind of service is asked, and what its answers mean. */
enum Dialect {
    /** The endpoints of this program's own service, whose answers say how a request ended. */
    OURS {
        @Override
        URI address(URI service, RequestProfile profile) {
            return Endpoint.of(service, profile);
        }

        @Override
        End end(Reply reply) {
            return reply.end();
        }
    },

    /** One address of any service, as it stands: a request is completed when the status is 200 to 299. */
    ANY {
        @Override
        URI address(URI service, RequestProfile profile) {
            return service;
        }

        @Override
        End end(Reply reply) {
            return reply.status() / 100 == 2 ? End.COMPLETED : End.FAILED;
        }

        @Override
        void opened(Channel connection) {
            QuickAck.on(connection);
        }
    };

    /** The address to ask. */
    abstract URI address(URI service, RequestProfile profile);

    /** How a request ended that was answered so. */
    abstract End end(Reply reply);

    /** What a connection needs before it is used. */
    void opened(Channel connection) {
        // nothing
    }
}
