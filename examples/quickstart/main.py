from cdk8s import ApiObjectMetadata, App, Chart
from cdk8s_petrosa import HttpsApi, NatsAwareDeployment, NatsServer, PetrosaCommonConfig
from cdk8s_plus_28 import ContainerProps

app = App()
chart = Chart(app, "binance-data-extractor", namespace="petrosa-apps")

nats = NatsServer.of(service="nats-server", namespace="nats")
common = PetrosaCommonConfig(chart, "common-config", nats=nats, subject_prefix="binance")

extractor = NatsAwareDeployment(
    chart,
    "data-extractor",
    metadata=ApiObjectMetadata(name="petrosa-binance-data-extractor"),
    labels={"app": "binance-data-extractor"},
    config=common,
    containers=[ContainerProps(name="data-extractor", image="yurisa2/petrosa-binance-data-extractor:1.4.2")],
)
extractor.connect_to(HttpsApi.of("fapi.binance.com"))

app.synth()
