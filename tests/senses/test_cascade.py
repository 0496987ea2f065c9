from lorgnette.senses.cascade import CASCADE, Processor


def test_the_small_processor_comes_first():
    processors = [stage.processor for stage in CASCADE]

    assert processors == sorted(processors, key=list(Processor).index)
    assert [stage.name for stage in CASCADE if stage.processor is Processor.ALWAYS_ON] == [
        "gate",
        "wake word",
    ]
