"""Loads the AWS CLI once. Each command runs in a fork, and so finds the same state as in a process of its own."""

import functools
import os
import socketserver
import sys
import tempfile
import traceback

environment_before = dict(os.environ)

import awscli.clidriver

# The path of its data, for example.
set_by_cli = {name: value for name, value in os.environ.items() if environment_before.get(name) != value}


def read_models_once():
    """Most of what remains of a command is reading the models of AWS's services, so a fork gets them from here."""
    loaders = sys.modules.get("awscli.botocore.loaders") or sys.modules["botocore.loaders"]
    read = functools.cache(loaders.JSONFileLoader().load_file)
    loaders.JSONFileLoader.load_file = lambda _, path: read(path)
    session = awscli.clidriver.create_clidriver().session
    for service in ["cloudformation", "iam", "sts"]:
        session.create_client(service, region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="x")


def received(stream):
    """Texts that end in NUL."""
    text = bytearray()
    while byte := stream.read(1):
        if byte == b"\0":
            yield os.fsdecode(bytes(text))
            text.clear()
        else:
            text += byte


def run(words):
    sys.argv = ["aws", *words]
    try:
        status = awscli.clidriver.main()
    except SystemExit as end:
        status = end.code
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status or 0


class Command(socketserver.StreamRequestHandler):
    def handle(self):
        texts = received(self.rfile)
        folder, count = next(texts), int(next(texts))
        words = [next(texts) for _ in range(count)]
        environment = dict(text.split("=", 1) for text in iter(lambda: next(texts), ""))
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment | set_by_cli)
        outputs = [tempfile.TemporaryFile(), tempfile.TemporaryFile()]
        for descriptor, output in enumerate(outputs, start=1):
            os.dup2(output.fileno(), descriptor)
        status = run(words)
        sizes = [output.seek(0, os.SEEK_END) for output in outputs]
        self.wfile.write(f"{status} {sizes[0]} {sizes[1]}\n".encode())
        for output in outputs:
            output.seek(0)
            self.wfile.write(output.read())


read_models_once()
with socketserver.ForkingTCPServer(("127.0.0.1", 0), Command) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
