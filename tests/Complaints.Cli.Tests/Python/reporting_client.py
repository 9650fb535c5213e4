"""A client of complaints.v1.Reporting made with stock tools alone: prints one line a figure."""

import sys

sys.path.insert(0, sys.argv[1])

import grpc
from complaints.v1 import reporting_pb2, reporting_pb2_grpc

MEASURES = ["stage1_made", "ch01_stage1", "ch02_stage1", "ch02_stage1_extension", "escalation_rate"]

with grpc.insecure_channel(sys.argv[2]) as channel:
    reporting = reporting_pb2_grpc.ReportingStub(channel)
    answer = reporting.Query(
        reporting_pb2.QueryRequest(measures=MEASURES, group_by=["landlord", "stock_type", "reporting_year"]), timeout=60
    )
    known = {measure.id for measure in reporting.ListMeasures(reporting_pb2.ListMeasuresRequest(), timeout=60).measures}
    assert known.issuperset(MEASURES), known
    for row in answer.rows:
        for figure in row.figures:
            parts = [*row.values, figure.measure, figure.numerator, figure.denominator, figure.value, figure.display]
            print("|".join(parts))
