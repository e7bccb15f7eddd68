package gilbench.bench.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollChannelOption;

/**
 * Acknowledges at once what a connection receives, where the system can (TCP_QUICKACK, tcp(7); it does not last).
 *
 * <p>A service that sends head and body of an answer apart and does not set TCP_NODELAY, such as uvicorn with several workers, sends
 * the body only when the head is acknowledged, which Linux else puts off by 40 ms.
 */
@Sharable
final class QuickAck extends ChannelInboundHandlerAdapter {
    private static final QuickAck ONLY = new QuickAck();

    private QuickAck() {}

    static void on(Channel channel) {
        channel.pipeline().addFirst(ONLY);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        context.channel().config().setOption(EpollChannelOption.TCP_QUICKACK, true);
        context.fireChannelRead(message);
    }
}
