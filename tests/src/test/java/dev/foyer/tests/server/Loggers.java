package dev.foyer.tests.server;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformLoggingMXBean;
import java.util.Map;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** How much the loggers of a running server tell; Keycloak's own options do not go below trace. */
record Loggers(ProcessHandle java) {

    /** Sets these loggers to these levels while this runs. */
    // What is trusted to answer is a process of this build.
    @SuppressWarnings("BanJNDI")
    void during(Map<String, String> levels, Runnable action) {
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(agent()))) {
            PlatformLoggingMXBean loggers = ManagementFactory.getPlatformMXBean(
                    connector.getMBeanServerConnection(), PlatformLoggingMXBean.class);
            levels.forEach(loggers::setLoggerLevel);
            try {
                action.run();
            } finally {
                // As their parents again.
                levels.keySet().forEach(logger -> loggers.setLoggerLevel(logger, null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the server's management, which answers on this machine alone. */
    private String agent() throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(java.pid()));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
